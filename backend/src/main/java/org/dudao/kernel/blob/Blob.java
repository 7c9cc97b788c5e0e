package org.dudao.kernel.blob;

import java.time.Instant;

/**
 * Content as it is kept.
 *
 * @param sha256 its name: SHA-256 of the content, 64 hexadecimal digits in lower case
 * @param size in bytes
 * @param storedAt when it was last stored; storing the same content again renews it
 */
public record Blob(String sha256, long size, Instant storedAt) {}
