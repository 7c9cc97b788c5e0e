/** Workbooks and CSV files: reading what people hand over, writing what they take away. A mechanism of the kernel. */
package org.dudao.kernel.sheet;
