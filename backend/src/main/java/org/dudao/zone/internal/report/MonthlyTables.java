package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.dudao.zone.Boards;
import org.dudao.zone.Matter;
import org.dudao.zone.internal.VisitMatters;
import org.dudao.zone.internal.VisitStore;
import org.dudao.zone.internal.complaint.ComplaintCounts;
import org.dudao.zone.internal.complaint.ComplaintMeasure;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.plan.ProgressService;
import org.jdbi.v3.core.Jdbi;

/** The office's table of a month (督导月报表): visits, findings, the eight matters, complaints, reports. */
@ApplicationScoped
public class MonthlyTables {
    @Inject
    Jdbi jdbi;

    @Inject
    ProgressService progress;

    @Inject
    VisitFindings findings;

    @Inject
    ComplaintCounts complaints;

    @Inject
    Boards boards;

    @Inject
    Clock clock;

    /**
     * An inspector's own line for an inspector.
     *
     * @throws Problem 422 for a month that lies ahead
     */
    @Transactional
    public MonthlyReport.Table table(String month, Progress.By by, Account account) {
        YearMonth of = ReportService.month(month, clock);
        LocalDate from = of.atDay(1);
        LocalDate until = of.atEndOfMonth();
        boolean byZone = by == Progress.By.ZONE;
        List<Matter> matters = boards.matters();
        Progress counted = progress.progress(from, until, by, null, account);
        List<VisitFindings.Row> found = findings.between(from, until, null, account);
        Map<UUID, Map<Integer, Integer>> looked = looked(from, until, byZone, account);
        Map<UUID, Map<ComplaintMeasure, Integer>> told = complaints.between(from, until, byZone, account);
        Map<UUID, MonthlyReport.State> reports = byZone ? Map.of() : states(month);
        boolean reads = ComplaintCounts.readable(account);

        List<MonthlyReport.Row> rows = new ArrayList<>();
        Set<UUID> named = new HashSet<>();
        for (Progress.Row row : counted.rows()) {
            named.add(row.id());
            rows.add(row(
                    row.id(),
                    row.name(),
                    row.counts(),
                    of(found, byZone, row.id()),
                    onMatters(matters, List.of(looked.getOrDefault(row.id(), Map.of())), of(found, byZone, row.id())),
                    reads ? complaints(List.of(told.getOrDefault(row.id(), Map.of()))) : null,
                    reports.get(row.id())));
        }
        // complaints about schools nobody answers for, where no visit was without anybody
        if (reads && told.containsKey(null) && !named.contains(null)) {
            rows.add(row(
                    null,
                    null,
                    Progress.Counts.of(0, 0, 0, 0, 0, 0, 0),
                    List.of(),
                    onMatters(matters, List.of(), List.of()),
                    complaints(List.of(told.get(null))),
                    null));
        }
        rows.removeIf(MonthlyTables::saysNothing);
        return new MonthlyReport.Table(
                month,
                by,
                matters,
                rows,
                row(
                        null,
                        null,
                        counted.total(),
                        found,
                        onMatters(matters, looked.values(), found),
                        reads ? complaints(told.values()) : null,
                        null));
    }

    /** A line of nobody's on which nothing is counted, as when all it had was moved to another month. */
    static boolean saysNothing(MonthlyReport.Row row) {
        Progress.Counts c = row.visits();
        MonthlyReport.Complaints told = row.complaints();
        return row.name() == null
                && c.planned() + c.done() + c.made() + c.unplanned() + c.overdue() + row.findings() + row.closed() == 0
                && row.matters().stream().allMatch(m -> m.visits() + m.findings() == 0)
                && (told == null || told.received() + told.closed() + told.overdue() == 0);
    }

    private static MonthlyReport.Row row(
            UUID id,
            String name,
            Progress.Counts counts,
            List<VisitFindings.Row> found,
            List<MonthlyReport.OnMatter> matters,
            MonthlyReport.Complaints complaints,
            MonthlyReport.State state) {
        return new MonthlyReport.Row(
                id, name, counts, found.size(), ReportService.closed(found), matters, complaints, state);
    }

    private static List<VisitFindings.Row> of(List<VisitFindings.Row> found, boolean byZone, UUID id) {
        return found.stream()
                .filter(f -> Objects.equals(byZone ? f.zoneId() : f.inspectorId(), id))
                .toList();
    }

    private static List<MonthlyReport.OnMatter> onMatters(
            List<Matter> matters, Collection<Map<Integer, Integer>> looked, List<VisitFindings.Row> found) {
        return matters.stream()
                .map(m -> new MonthlyReport.OnMatter(
                        m.no(),
                        looked.stream().mapToInt(n -> n.getOrDefault(m.no(), 0)).sum(),
                        (int) found.stream()
                                .filter(f -> Objects.equals(f.matter(), m.no()))
                                .count()))
                .toList();
    }

    private static MonthlyReport.Complaints complaints(Collection<Map<ComplaintMeasure, Integer>> told) {
        return new MonthlyReport.Complaints(
                sum(told, ComplaintMeasure.RECEIVED),
                sum(told, ComplaintMeasure.CLOSED),
                sum(told, ComplaintMeasure.OVERDUE));
    }

    private static int sum(Collection<Map<ComplaintMeasure, Integer>> told, ComplaintMeasure measure) {
        return told.stream().mapToInt(n -> n.getOrDefault(measure, 0)).sum();
    }

    /** On how many visits made each matter was looked at, by who went or by zone. */
    private Map<UUID, Map<Integer, Integer>> looked(LocalDate from, LocalDate until, boolean byZone, Account account) {
        Where where = ProgressService.scope(null, account).and("v.made_on between :from and :until", "from", from);
        Map<UUID, Map<Integer, Integer>> looked = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select " + (byZone ? "s.zone_id" : VisitStore.GOES)
                        + " as key, l.matter, count(*) as n" + VisitStore.FROM + " join (" + VisitMatters.ROWS
                        + ") l on l.visit_id = v.id" + where.sql() + " group by 1, 2")
                .bindMap(where.bindings())
                .bind("until", until)
                .map((r, c) -> looked.computeIfAbsent(r.getObject("key", UUID.class), k -> new HashMap<>())
                        .put(r.getInt("matter"), r.getInt("n")))
                .list());
        return looked;
    }

    private Map<UUID, MonthlyReport.State> states(String month) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select inspector_id, state from zone.monthly_report where month = :month")
                .bind("month", month)
                .map((r, c) -> Map.entry(
                        r.getObject("inspector_id", UUID.class), MonthlyReport.State.valueOf(r.getString("state"))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
