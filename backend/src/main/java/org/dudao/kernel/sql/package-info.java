/** Plain SQL mechanisms. A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.sql;
