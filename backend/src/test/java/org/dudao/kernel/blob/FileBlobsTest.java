package org.dudao.kernel.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest implements KeepsContent {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    @TempDir
    Path directory;

    @Override
    public Blobs blobs() {
        return new FileBlobs(directory, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void a_blob_lies_under_its_name_and_no_part_is_left() throws IOException {
        Blob blob = blobs().store(new ByteArrayInputStream(new byte[] {1, 2, 3}));
        String sha = blob.sha256();
        assertTrue(Files.isRegularFile(directory
                .resolve(sha.substring(0, 2))
                .resolve(sha.substring(2, 4))
                .resolve(sha)));
        try (var parts = Files.list(directory.resolve("parts"))) {
            assertEquals(0, parts.count());
        }
    }

    @Test
    void storing_again_renews_the_age() throws IOException {
        Blobs yesterday = new FileBlobs(directory, Clock.fixed(NOW.minus(Duration.ofDays(1)), ZoneOffset.UTC));
        Blob first = yesterday.store(new ByteArrayInputStream(new byte[] {4, 5}));
        assertEquals(
                NOW.minus(Duration.ofDays(1)),
                blobs().find(first.sha256()).orElseThrow().storedAt());
        blobs().store(new ByteArrayInputStream(new byte[] {4, 5}));
        assertEquals(NOW, blobs().find(first.sha256()).orElseThrow().storedAt());
    }
}
