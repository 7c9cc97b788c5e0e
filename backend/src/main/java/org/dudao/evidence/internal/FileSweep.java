package org.dudao.evidence.internal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Removes files that never proved anything within the grace period, then what is known of content no file has. The blobs
 * themselves go with {@link org.dudao.kernel.blob.BlobSweep}. A file that ever proved something stays.
 */
@ApplicationScoped
class FileSweep {
    private static final String ORPHAN =
            "f.received_at < :before and not exists (select from evidence.proof p where p.file_id = f.id)";
    private static final int BATCH = 500;

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.evidence.orphan-grace")
    Duration grace;

    private record Orphan(UUID id, String name, String region) {}

    @Scheduled(cron = "0 10 3 * * ?", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void nightly() {
        sweep();
    }

    /** Sweeps once; returns how many files were removed. */
    int sweep() {
        Instant before = clock.instant().minus(grace);
        int all = 0;
        int removed;
        do {
            removed = QuarkusTransaction.requiringNew().call(() -> files(before));
            all += removed;
        } while (removed == BATCH);
        QuarkusTransaction.requiringNew().run(this::contents);
        return all;
    }

    /**
     * A proof being written holds its file's row, which is passed over; one that comes later waits for the deletion and finds
     * no file. The second look sees proofs committed before the rows were locked.
     */
    private int files(Instant before) {
        return jdbi.withHandle(h -> {
            List<UUID> locked = h.createQuery("select f.id from evidence.file f where " + ORPHAN
                            + " order by f.id limit " + BATCH + " for update skip locked")
                    .bind("before", Timestamp.from(before))
                    .mapTo(UUID.class)
                    .list();
            List<Orphan> orphans = h.createQuery("delete from evidence.file f where f.id = any(:ids) and " + ORPHAN
                            + " returning f.id, f.name, f.region_code")
                    .bindArray("ids", UUID.class, locked)
                    .bind("before", Timestamp.from(before))
                    .map((r, c) ->
                            new Orphan(r.getObject("id", UUID.class), r.getString("name"), r.getString("region_code")))
                    .list();
            orphans.forEach(
                    o -> audit.recordAs("system", "file.swept", "file", o.id(), o.region(), Map.of("name", o.name())));
            return orphans.size();
        });
    }

    private void contents() {
        jdbi.useHandle(h -> {
            List<String> locked = h.createQuery("select c.sha256 from evidence.content c where not exists"
                            + " (select from evidence.file f where f.sha256 = c.sha256) for update skip locked")
                    .mapTo(String.class)
                    .list();
            h.createUpdate("delete from evidence.content c where c.sha256 = any(:shas) and not exists"
                            + " (select from evidence.file f where f.sha256 = c.sha256)")
                    .bindArray("shas", String.class, locked)
                    .execute();
        });
    }
}
