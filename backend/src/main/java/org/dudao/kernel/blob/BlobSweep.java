package org.dudao.kernel.blob;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Removes content no module needs any more, after a grace period. The grace also makes a backup sound that copies blobs,
 * then the database, then new blobs: nothing stored since it began is removed before it ends (ADR 0032).
 */
@ApplicationScoped
public class BlobSweep {
    private static final int BATCH = 100;

    @Inject
    Blobs blobs;

    @Inject
    Pins pins;

    @Inject
    @Any
    Instance<BlobKeeper> keepers;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.blobs.grace", defaultValue = "P2D")
    Duration grace;

    @Scheduled(cron = "0 40 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() throws IOException {
        int removed = sweep();
        if (removed > 0) {
            Log.infof("%d blobs nobody needed were removed", removed);
        }
    }

    /** Sweeps once; several nodes may do so at the same time. Returns how many blobs were removed. */
    public int sweep() throws IOException {
        Instant before = clock.instant().minus(grace);
        List<String> old = new ArrayList<>();
        blobs.forEach(blob -> {
            if (blob.storedAt().isBefore(before)) {
                old.add(blob.sha256());
            }
        });
        int removed = 0;
        for (int from = 0; from < old.size(); from += BATCH) {
            List<String> batch = List.copyOf(old.subList(from, Math.min(from + BATCH, old.size())));
            for (String sha : QuarkusTransaction.requiringNew().call(() -> unneeded(batch))) {
                removed += QuarkusTransaction.requiringNew().call(() -> remove(sha, before)) ? 1 : 0;
            }
        }
        return removed;
    }

    private Set<String> unneeded(List<String> among) {
        Set<String> unneeded = new HashSet<>(among);
        keepers.forEach(k -> unneeded.removeAll(k.needed(Set.copyOf(unneeded))));
        return unneeded;
    }

    /** One blob, one transaction: whoever pins several never waits for a sweep that waits for him. */
    private boolean remove(String sha, Instant before) {
        pins.seize(sha);
        if (unneeded(List.of(sha)).isEmpty()) {
            return false;
        }
        try {
            // stored again since it was listed: somebody is about to need it
            if (blobs.find(sha).filter(b -> b.storedAt().isBefore(before)).isEmpty()) {
                return false;
            }
            blobs.delete(sha);
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
