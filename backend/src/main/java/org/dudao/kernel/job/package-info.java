/** Long work that can be left and come back to. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.job;
