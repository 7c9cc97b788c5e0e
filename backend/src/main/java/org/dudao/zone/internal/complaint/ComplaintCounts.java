package org.dudao.zone.internal.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** Counts complaints of a period. */
@ApplicationScoped
public class ComplaintCounts {
    private static final Set<String> READERS = Set.of(Roles.DIRECTOR, Roles.OFFICER, Roles.INSPECTOR);

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /** Whether an account reads complaints at all. */
    public static boolean readable(Account by) {
        return READERS.contains(by.role());
    }

    /**
     * By the school's zone today, or by who answers for the school on the measure's day; under null what belongs to none. An
     * inspector counts those of the schools they answer for today.
     */
    public Map<UUID, Map<ComplaintMeasure, Integer>> between(
            LocalDate from, LocalDate until, boolean byZone, Account by) {
        LocalDate today = LocalDate.now(clock);
        Where where =
                ComplaintStore.scope(by, today).and("m.holds and m.on_day between :from and :until", "from", from);
        Map<UUID, Map<ComplaintMeasure, Integer>> counts = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select " + (byZone ? "s.zone_id" : ComplaintMeasure.answering("m.on_day"))
                        + " as key, m.measure, count(*) as n" + ComplaintStore.FROM + " cross join lateral "
                        + ComplaintMeasure.rows() + where.sql() + " group by 1, 2")
                .bindMap(where.bindings())
                .bind("until", until)
                .bind("day", today)
                .map((r, c) -> counts.computeIfAbsent(
                                r.getObject("key", UUID.class), k -> new EnumMap<>(ComplaintMeasure.class))
                        .put(ComplaintMeasure.valueOf(r.getString("measure")), r.getInt("n")))
                .list());
        return counts;
    }
}
