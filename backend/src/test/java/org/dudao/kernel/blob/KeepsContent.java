package org.dudao.kernel.blob;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What every store of content must do. */
interface KeepsContent {
    Blobs blobs();

    private Blob store(String text) throws IOException {
        return blobs().store(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> all() throws IOException {
        List<String> names = new ArrayList<>();
        blobs().forEach(b -> names.add(b.sha256()));
        return names;
    }

    @Test
    default void content_is_known_by_its_sha256_and_comes_back_as_it_was() throws IOException {
        byte[] bytes = new byte[3 * 1024 * 1024 + 17];
        new Random(1).nextBytes(bytes);
        Blob blob = blobs().store(new ByteArrayInputStream(bytes));
        assertEquals(Content.hash(new ByteArrayInputStream(bytes)), blob.sha256());
        assertEquals(bytes.length, blob.size());
        try (InputStream in = blobs().open(blob.sha256())) {
            assertArrayEquals(bytes, in.readAllBytes());
        }
        assertEquals(bytes.length, blobs().find(blob.sha256()).map(Blob::size).orElseThrow());
    }

    @Test
    default void the_same_content_twice_is_one_blob() throws IOException {
        assertEquals(store("督导").sha256(), store("督导").sha256());
        assertEquals(1, all().stream().filter(store("督导").sha256()::equals).count());
    }

    @Test
    default void content_is_read_from_a_place_on() throws IOException {
        String sha = store("0123456789").sha256();
        try (InputStream in = blobs().open(sha, 7)) {
            assertEquals("789", new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    default void nothing_is_kept_of_content_that_breaks_off() throws IOException {
        List<String> before = all();
        InputStream broken = new SequenceInputStream(
                new ByteArrayInputStream("the first half".getBytes(StandardCharsets.UTF_8)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("connection lost");
                    }
                });
        assertThrows(IOException.class, () -> blobs().store(broken));
        assertEquals(before, all());
    }

    @Test
    default void what_is_deleted_is_gone_and_deleting_it_again_is_no_error() throws IOException {
        String sha = store("short-lived").sha256();
        assertTrue(all().contains(sha));
        blobs().delete(sha);
        blobs().delete(sha);
        assertFalse(all().contains(sha));
        assertEquals(Optional.empty(), blobs().find(sha));
        assertThrows(FileNotFoundException.class, () -> blobs().open(sha));
    }

    @Test
    default void a_name_that_is_no_sha256_reaches_no_file() {
        for (String name : List.of("../../etc/passwd", "", "ABCDEF", "0".repeat(63))) {
            assertThrows(IllegalArgumentException.class, () -> blobs().open(name));
            assertThrows(IllegalArgumentException.class, () -> blobs().find(name));
            assertThrows(IllegalArgumentException.class, () -> blobs().delete(name));
        }
    }
}
