package org.dudao.kernel.blob;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.dudao.support.DatabaseResource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class BlobSweepResourceTest {
    @Inject
    Blobs blobs;

    @Inject
    BlobSweep sweep;

    @Inject
    Pins pins;

    @Inject
    Shelf shelf;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "dudao.blobs.directory")
    Path directory;

    /** A module whose rows are a set in memory. */
    @Singleton
    static class Shelf implements BlobKeeper {
        final Set<String> rows = ConcurrentHashMap.newKeySet();

        @Override
        public Set<String> needed(Collection<String> sha256) {
            return sha256.stream().filter(rows::contains).collect(Collectors.toSet());
        }
    }

    private String storedDaysAgo(int days) throws IOException {
        byte[] bytes = new byte[20];
        new Random().nextBytes(bytes);
        Clock then = Clock.offset(Clock.systemUTC(), Duration.ofDays(-days));
        return BlobStorage.files(directory, then)
                .store(new ByteArrayInputStream(bytes))
                .sha256();
    }

    private boolean there(String sha) throws IOException {
        return blobs.find(sha).isPresent();
    }

    @Test
    void old_content_nobody_needs_goes_and_the_rest_stays() throws IOException {
        String orphan = storedDaysAgo(3);
        String fresh = storedDaysAgo(1);
        String needed = storedDaysAgo(300);
        shelf.rows.add(needed);
        sweep.sweep();
        assertFalse(there(orphan));
        assertTrue(there(fresh));
        assertTrue(there(needed));
    }

    @Test
    void a_row_being_written_is_waited_for_and_keeps_its_blob() throws Exception {
        String sha = storedDaysAgo(5);
        CompletableFuture<Integer> swept = new CompletableFuture<>();
        QuarkusTransaction.requiringNew().run(() -> {
            assertTrue(pins.pin(sha).isPresent());
            new Thread(() -> {
                        try {
                            swept.complete(sweep.sweep());
                        } catch (IOException | RuntimeException e) {
                            swept.completeExceptionally(e);
                        }
                    })
                    .start();
            Awaitility.await().until(this::somebodyWaits);
            shelf.rows.add(sha);
        });
        swept.get();
        assertTrue(there(sha));
    }

    @Test
    void what_was_swept_before_it_was_pinned_is_told_to_be_gone() throws IOException {
        String sha = storedDaysAgo(5);
        sweep.sweep();
        QuarkusTransaction.requiringNew()
                .run(() -> assertEquals(false, pins.pin(sha).isPresent()));
    }

    private boolean somebodyWaits() {
        return jdbi.withHandle(
                h -> h.createQuery("select exists (select from pg_locks where locktype = 'advisory' and not granted)")
                        .mapTo(boolean.class)
                        .one());
    }
}
