/** Files as others name them: by id only. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.file;
