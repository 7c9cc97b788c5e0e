/** Texts in the reader's language. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.text;
