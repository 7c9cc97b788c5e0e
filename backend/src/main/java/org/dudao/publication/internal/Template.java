package org.dudao.publication.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * A template an office brought.
 *
 * @param versionNo counted from 1 in its kind and region
 */
public record Template(
        UUID id,
        String kind,
        String regionCode,
        int versionNo,
        String fileName,
        String sha256,
        long size,
        String uploaderName,
        Instant uploadedAt) {}
