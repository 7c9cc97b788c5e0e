/** HTTP mechanisms shared by all resources. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.web;
