/** What callers are told when something is wrong (RFC 9457). A mechanism of the kernel: it knows no school and no score. */
package org.dudao.kernel.error;
