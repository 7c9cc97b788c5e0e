package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The ledger (台账) of any day, counted from what had happened by then: found = closed + open + overdue, always. A finding is
 * overdue when the deadline it had on that day had passed and it was the unit's turn; one without a deadline is open, and so
 * is one the unit has replied to.
 */
@ApplicationScoped
public class LedgerQuery {
    /** What the ledger is counted by. */
    @Schema(name = "LedgerGrouping")
    public enum Grouping {
        TOTAL("''", "''"),
        UNIT("coalesce(f.school_id::text, f.region_code)", "f.unit_name"),
        ORIGIN("f.origin", "f.origin"),
        SEVERITY("f.severity", "f.severity"),
        ZONE("coalesce(s.zone_id::text, '')", "coalesce(z.name, '')"),
        REGION("left(f.region_code, 9)", "coalesce(r.name, f.region_code)");

        private final String key;
        private final String name;

        Grouping(String key, String name) {
            this.key = key;
            this.name = name;
        }
    }

    /**
     * One group.
     *
     * @param key id, code or word of the group; empty for the total and for schools in no zone
     * @param open not closed, not past its deadline
     */
    @Schema(name = "LedgerRow")
    public record Row(String key, String name, long found, long closed, long open, long overdue) {}

    /** Findings not closed on a day, by how long ago they were found. */
    @Schema(name = "AgeingRow")
    public record Age(int fromDays, Integer toDays, long open, long overdue) {}

    /** Not struck out by {@code :on}; a ledger printed before that day still counts it. */
    static final String NOT_VOIDED = "not exists (select 1 from rectification.finding_event e where e.finding_id = f.id"
            + " and e.kind = 'VOIDED' and e.on_date <= :on)";

    private static final String LAST = "where e.finding_id = f.id and e.on_date <= :on %s"
            + " order by e.on_date desc, e.at desc, e.id desc limit 1)";

    /** Whether it was closed on {@code :on}. */
    static final String CLOSED_ON = "(select e.kind from rectification.finding_event e "
            + LAST.formatted("and e.kind in ('CLOSED', 'REOPENED')") + " is not distinct from 'CLOSED'";

    /** The deadline it had on {@code :on}. */
    static final String DEADLINE_ON = "(select e.deadline from rectification.finding_event e " + LAST.formatted("");

    /** Whether the unit's answer stood on {@code :on}. */
    static final String ANSWERED_ON =
            "(select e.kind in ('REPLIED', 'ACCEPTED') from rectification.finding_event e " + LAST.formatted("");

    private static final String LATE = "coalesce(f.deadline < :on and not f.answered, false)";

    private static final String AS_OF =
            "with standing as (select f.id, f.school_id, f.region_code, f.unit_name, f.origin, f.severity, f.found_on, s.zone_id, "
                    + CLOSED_ON + " as closed, " + DEADLINE_ON + " as deadline, " + ANSWERED_ON + " as answered"
                    + " from rectification.finding f left join registry.school s on s.id = f.school_id %s) ";

    @Inject
    Jdbi jdbi;

    private static Where counted(Account by, LocalDate on) {
        return FindingStore.scope(by).and("f.found_on <= :on", "on", on).and(NOT_VOIDED);
    }

    @Transactional
    public List<Row> ledger(Account by, LocalDate on, Grouping grouping) {
        Where where = counted(by, on);
        String sql = AS_OF.formatted(where.sql()) + "select " + grouping.key + " as key, " + grouping.name
                + " as name, count(*) as found, count(*) filter (where f.closed) as closed,"
                + " count(*) filter (where not f.closed and not " + LATE + ") as open,"
                + " count(*) filter (where not f.closed and " + LATE + ") as overdue"
                + " from standing f left join registry.school s on s.id = f.school_id"
                + " left join registry.zone z on z.id = f.zone_id left join registry.region r on r.code = left(f.region_code, 9)"
                + " group by 1, 2 order by count(*) desc, 2";
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bindMap(where.bindings())
                .map(ConstructorMapper.of(Row.class))
                .list());
    }

    @Transactional
    public List<Age> ageing(Account by, LocalDate on) {
        Where where = counted(by, on);
        String sql = AS_OF.formatted(where.sql())
                + "select b.from_days, b.to_days, count(f.id) as open, count(f.id) filter (where " + LATE
                + ") as overdue"
                + " from (values (0, 7), (8, 15), (16, 30), (31, 60), (61, null)) b (from_days, to_days)"
                + " left join standing f on not f.closed and :on - f.found_on >= b.from_days"
                + " and (b.to_days is null or :on - f.found_on <= b.to_days) group by 1, 2 order by 1";
        return jdbi.withHandle(h -> h.createQuery(sql)
                .bindMap(where.bindings())
                .map(ConstructorMapper.of(Age.class))
                .list());
    }
}
