package org.dudao.kernel.blob;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3BlobsTest implements KeepsContent {
    @TempDir
    static Path directory;

    private static S3Server server;
    private static Blobs blobs;

    @BeforeAll
    static void start() throws IOException {
        server = new S3Server(directory);
        blobs = BlobStorage.objects(server.store("a-secret"), directory.resolve("spool"));
    }

    @AfterAll
    static void stop() throws InterruptedException {
        server.close();
    }

    @Override
    public Blobs blobs() {
        return blobs;
    }

    @Test
    void a_wrong_secret_stores_nothing_and_is_told() throws IOException {
        Blobs stranger = BlobStorage.objects(server.store("another-secret"), directory.resolve("spool"));
        assertThrows(IOException.class, () -> stranger.store(new ByteArrayInputStream(new byte[] {9, 9, 9})));
        String sha = Content.hash(new ByteArrayInputStream(new byte[] {9, 9, 9}));
        assertFalse(blobs.find(sha).isPresent());
    }

    @Test
    void an_object_has_the_age_of_its_last_storing() throws IOException {
        Instant stored =
                blobs.store(new ByteArrayInputStream(new byte[] {7, 7})).storedAt();
        blobs.forEach(b -> assertFalse(b.storedAt().isAfter(Instant.now().plusSeconds(5)), "" + stored));
    }
}
