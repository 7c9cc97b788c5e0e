/**
 * Content kept under its own SHA-256, written once and never changed: on a file system or in an S3-compatible store. A
 * mechanism of the kernel: it knows bytes, not what they prove.
 */
package org.dudao.kernel.blob;
