package org.dudao.kernel.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.time.ClockProducer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Links records into the chain of the day, after their transaction has ended: linking inside it would make every change
 * of the office wait for every other. What is written but not linked yet stands in {@code kernel.audit_pending}.
 */
@ApplicationScoped
public class AuditChain {
    private static final int BATCH = 500;
    private static final long LOCK = 0x6475_6461_6f01L;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Scheduled(every = "15s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        while (link() == BATCH) {
            // until nothing waits
        }
    }

    /** Links the oldest records that wait; several nodes take turns. Returns how many. */
    @Transactional
    public int link() {
        return jdbi.withHandle(h -> {
            h.execute("select pg_advisory_xact_lock(?)", LOCK);
            List<TrailRecord> records = h.createQuery("select " + TrailRecord.COLUMNS
                            + " from kernel.audit_pending p join kernel.audit a on a.id = p.audit_id"
                            + " order by a.at, a.id limit :batch")
                    .bind("batch", BATCH)
                    .map((r, c) -> TrailRecord.read(r))
                    .list();
            Link last = h.createQuery("select day, seq, previous, hash from kernel.audit_link"
                            + " order by day desc, seq desc limit 1")
                    .map((r, c) -> ChainCheck.link(r))
                    .findOne()
                    .orElse(null);
            for (TrailRecord record : records) {
                last = Link.after(last, day(last), record);
                insert(h, last, record);
            }
            return records.size();
        });
    }

    /** Today; a clock set back never reopens a day before the last. */
    private LocalDate day(Link last) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.CHINA);
        return last != null && last.day().isAfter(today) ? last.day() : today;
    }

    private void insert(Handle h, Link link, TrailRecord record) {
        h.execute(
                "insert into kernel.audit_link (day, seq, audit_id, previous, hash, linked_at) values (?, ?, ?, ?, ?, ?)",
                link.day(),
                link.seq(),
                record.id(),
                link.previous(),
                link.hash(),
                Timestamp.from(clock.instant()));
        h.execute("delete from kernel.audit_pending where audit_id = ?", record.id());
    }

    /** Checks the whole chain; reads every record once. */
    @Transactional
    public ChainReport check() {
        return jdbi.withHandle(ChainCheck::of);
    }
}
