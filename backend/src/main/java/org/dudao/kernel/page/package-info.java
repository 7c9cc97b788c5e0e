/** Paging of lists. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.page;
