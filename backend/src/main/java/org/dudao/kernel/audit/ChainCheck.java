package org.dudao.kernel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.audit.ChainReport.Day;
import org.dudao.kernel.audit.ChainReport.Fault;
import org.dudao.kernel.audit.ChainReport.Kind;
import org.jdbi.v3.core.Handle;

/** Walks the chain from its first link and computes every hash anew. */
public final class ChainCheck {
    private static final int MOST_FAULTS = 100;
    private static final int FETCH = 1_000;
    private static final String WALK = "select l.day, l.seq, l.previous, l.hash, l.audit_id, " + TrailRecord.COLUMNS
            + " from kernel.audit_link l left join kernel.audit a on a.id = l.audit_id order by l.day, l.seq";
    private static final String UNLINKED = "select a.id, a.at from kernel.audit a"
            + " where not exists (select 1 from kernel.audit_link l where l.audit_id = a.id)"
            + " and not exists (select 1 from kernel.audit_pending p where p.audit_id = a.id) order by a.at";

    private final List<Fault> faults = new ArrayList<>();
    private final Deque<Day> days = new ArrayDeque<>();
    private long faultCount;
    private long records;
    private Link last;

    /** @param record null when it is gone */
    private record Linked(Link link, UUID id, TrailRecord record) {
        static Linked read(ResultSet r) throws SQLException {
            return new Linked(
                    ChainCheck.link(r),
                    r.getObject("audit_id", UUID.class),
                    r.getObject("id") == null ? null : TrailRecord.read(r));
        }
    }

    private ChainCheck() {}

    /** Checks the chain of a database in one snapshot. */
    public static ChainReport of(Handle h) {
        ChainCheck check = new ChainCheck();
        h.createQuery(WALK).setFetchSize(FETCH).map((r, c) -> Linked.read(r)).forEach(check::step);
        h.createQuery(UNLINKED)
                .map((r, c) -> new Fault(
                        Kind.UNLINKED,
                        r.getTimestamp("at").toLocalDateTime().toLocalDate(),
                        0,
                        r.getObject("id", UUID.class)))
                .forEach(check::add);
        long waiting = h.createQuery("select count(*) from kernel.audit_pending")
                .mapTo(long.class)
                .one();
        return new ChainReport(check.records, waiting, List.copyOf(check.days), check.faults, check.faultCount);
    }

    static Link link(ResultSet r) throws SQLException {
        return new Link(
                r.getObject("day", LocalDate.class), r.getLong("seq"), r.getBytes("previous"), r.getBytes("hash"));
    }

    private void step(Linked linked) {
        Link link = linked.link;
        boolean sameDay = last != null && last.day().equals(link.day());
        if (!link.follows(last) || link.seq() != (sameDay ? last.seq() + 1 : 1)) {
            add(new Fault(Kind.BROKEN, link.day(), link.seq(), linked.id));
        }
        if (linked.record == null) {
            add(new Fault(Kind.MISSING, link.day(), link.seq(), linked.id));
        } else if (!link.covers(linked.record)) {
            add(new Fault(Kind.CHANGED, link.day(), link.seq(), linked.id));
        }
        if (sameDay) {
            days.removeFirst();
        }
        days.addFirst(new Day(link.day(), link.seq(), HexFormat.of().formatHex(link.hash())));
        last = link;
        records++;
    }

    private void add(Fault fault) {
        faultCount++;
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }
}
