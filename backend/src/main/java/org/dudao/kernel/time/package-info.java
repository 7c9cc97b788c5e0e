/** The one source of the present time. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.time;
