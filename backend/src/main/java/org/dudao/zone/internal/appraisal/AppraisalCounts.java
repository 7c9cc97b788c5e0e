package org.dudao.zone.internal.appraisal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.Rectification;
import org.dudao.zone.internal.VisitStore;
import org.dudao.zone.internal.plan.Draw;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.plan.ProgressService;
import org.dudao.zone.internal.plan.Semester;
import org.dudao.zone.internal.plan.Semesters;
import org.dudao.zone.internal.plan.TermMonths;
import org.dudao.zone.internal.report.FeedbackService;
import org.dudao.zone.internal.report.MonthlyReport;
import org.dudao.zone.internal.report.VisitFindings;
import org.jdbi.v3.core.Jdbi;

/** Counts the years of a county's inspectors from the records, by the measures the other pages count by. */
@ApplicationScoped
class AppraisalCounts {
    private static final String TRAINING_HOURS = "TRAINING_HOURS";
    private static final Progress.Counts NONE = Progress.Counts.of(0, 0, 0, 0, 0, 0, 0);

    /** A school answered for in a month from its first day of term to its last, and whether the inspector went as often as asked. */
    private static final String ROUNDS =
            "select a.inspector_id, p.month, s.id, s.name, (select count(*) from zone.visit v"
                    + " where v.school_id = s.id and v.kind <> 'SPECIAL' and v.made_on between p.from_day and p.until_day and "
                    + VisitStore.of("a.inspector_id") + ") >= :perMonth as visited"
                    + " from unnest(:months, cast(:froms as date[]), cast(:untils as date[])) p (month, from_day, until_day)"
                    + " join zone.assignment a on a.from_day <= p.from_day and coalesce(a.until_day, 'infinity') >= p.until_day"
                    + " join registry.school s on s.id = a.school_id where a.inspector_id = any(:people)"
                    + " order by p.month, s.region_code, s.code";

    private record Seat(UUID inspector, String month, AppraisalFigures.MissedSchool school, boolean visited) {}

    @Inject
    Jdbi jdbi;

    @Inject
    ProgressService progress;

    @Inject
    VisitFindings findings;

    @Inject
    FeedbackService feedback;

    @Inject
    Semesters semesters;

    @Inject
    Parameters parameters;

    @Inject
    Rectification rectification;

    /**
     * @param people of the county
     * @param until last day counted, in the year that begins with {@code from}
     */
    Map<UUID, AppraisalFigures> count(
            String county, LocalDate from, LocalDate until, Collection<UUID> people, Account by) {
        UUID only = people.size() == 1 ? people.iterator().next() : null;
        Map<UUID, Progress.Counts> visits =
                progress.progress(from, until, Progress.By.INSPECTOR, only, by).rows().stream()
                        .filter(r -> r.id() != null)
                        .collect(Collectors.toMap(Progress.Row::id, Progress.Row::counts));
        Map<UUID, List<VisitFindings.Row>> found = findings.between(from, until, only, by).stream()
                .filter(r -> r.inspectorId() != null)
                .collect(Collectors.groupingBy(VisitFindings.Row::inspectorId));
        Map<UUID, FeedbackService.Aggregate> views = feedback.aggregates(county, from, until);
        Map<UUID, BigDecimal> hours = hours(from, until, people);
        List<Semester> terms = semesters.of(county).stream()
                .filter(s -> !s.untilDay().isBefore(from) && !s.fromDay().isAfter(until))
                .toList();
        Map<UUID, List<AppraisalFigures.Month>> months = months(county, from, until, terms, people);
        int required = parameters.value(county, until, TRAINING_HOURS);
        int least = parameters.value(county, until, ParameterCodes.FEEDBACK_MIN);
        Map<UUID, AppraisalFigures> all = new LinkedHashMap<>();
        for (UUID id : people) {
            List<VisitFindings.Row> own = found.getOrDefault(id, List.of());
            FeedbackService.Aggregate view = views.getOrDefault(id, new FeedbackService.Aggregate(0, 0, least, null));
            all.put(
                    id,
                    new AppraisalFigures(
                            from,
                            until,
                            visits.getOrDefault(id, NONE),
                            !terms.isEmpty(),
                            months.getOrDefault(id, List.of()),
                            own.size(),
                            (int) own.stream()
                                    .filter(f -> f.finding().due(until))
                                    .count(),
                            (int) own.stream().filter(f -> f.finding().closed()).count(),
                            hours.getOrDefault(id, BigDecimal.ZERO),
                            required,
                            view.answers(),
                            view.counted(),
                            view.least(),
                            view.mean()));
        }
        return all;
    }

    private Map<UUID, BigDecimal> hours(LocalDate from, LocalDate until, Collection<UUID> people) {
        Map<UUID, BigDecimal> hours = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select inspector_id, sum(hours) as hours from zone.training"
                        + " where until_day between :from and :until and inspector_id = any(:people) group by 1")
                .bind("from", from)
                .bind("until", until)
                .bindArray("people", UUID.class, people.toArray())
                .map((r, c) -> hours.put(r.getObject("inspector_id", UUID.class), r.getBigDecimal("hours")))
                .list());
        return hours;
    }

    /** Months of term that are over, for each inspector those in which schools were answered for throughout. */
    private Map<UUID, List<AppraisalFigures.Month>> months(
            String county, LocalDate from, LocalDate until, List<Semester> terms, Collection<UUID> people) {
        int leastDays = parameters.value(county, until, ParameterCodes.MONTH_MIN_DAYS);
        String year = String.valueOf(from.getYear());
        List<Draw.Period> periods = terms.stream()
                .flatMap(s -> TermMonths.of(s, working(county, s), leastDays).stream())
                .filter(p -> p.key().startsWith(year) && !p.until().isAfter(until))
                .sorted(java.util.Comparator.comparing(Draw.Period::from))
                .toList();
        Map<UUID, Map<String, List<Seat>>> seats = seats(county, until, periods, people);
        Map<UUID, Map<String, MonthlyReport.State>> reports = reports(year, people);
        Map<UUID, List<AppraisalFigures.Month>> all = new HashMap<>();
        seats.forEach((inspector, byMonth) -> {
            List<AppraisalFigures.Month> own = new ArrayList<>();
            for (Draw.Period p : periods) {
                List<Seat> schools = byMonth.getOrDefault(p.key(), List.of());
                if (!schools.isEmpty()) {
                    own.add(month(
                            p,
                            schools,
                            reports.getOrDefault(inspector, Map.of()).get(p.key())));
                }
            }
            all.put(inspector, own);
        });
        return all;
    }

    private static AppraisalFigures.Month month(Draw.Period p, List<Seat> schools, MonthlyReport.State report) {
        List<AppraisalFigures.MissedSchool> missed =
                schools.stream().filter(s -> !s.visited()).map(Seat::school).toList();
        return new AppraisalFigures.Month(
                p.key(), p.from(), p.until(), schools.size(), schools.size() - missed.size(), missed, report);
    }

    private List<LocalDate> working(String county, Semester s) {
        var off = rectification.daysOff(county, s.fromDay(), s.untilDay());
        return s.fromDay()
                .datesUntil(s.untilDay().plusDays(1))
                .filter(d -> !off.containsKey(d))
                .toList();
    }

    private Map<UUID, Map<String, List<Seat>>> seats(
            String county, LocalDate until, List<Draw.Period> periods, Collection<UUID> people) {
        int perMonth = parameters.value(county, until, ParameterCodes.VISITS_PER_MONTH);
        return jdbi
                .withHandle(h -> h.createQuery(ROUNDS)
                        .bindArray(
                                "months",
                                String.class,
                                periods.stream().map(Draw.Period::key).toArray())
                        .bindArray("froms", String.class, days(periods.stream().map(Draw.Period::from)))
                        .bindArray("untils", String.class, days(periods.stream().map(Draw.Period::until)))
                        .bindArray("people", UUID.class, people.toArray())
                        .bind("perMonth", perMonth)
                        .map((r, c) -> new Seat(
                                r.getObject("inspector_id", UUID.class),
                                r.getString("month"),
                                new AppraisalFigures.MissedSchool(r.getObject("id", UUID.class), r.getString("name")),
                                r.getBoolean("visited")))
                        .list())
                .stream()
                .collect(Collectors.groupingBy(Seat::inspector, Collectors.groupingBy(Seat::month)));
    }

    private static Object[] days(java.util.stream.Stream<LocalDate> days) {
        return days.map(LocalDate::toString).toArray();
    }

    private Map<UUID, Map<String, MonthlyReport.State>> reports(String year, Collection<UUID> people) {
        Map<UUID, Map<String, MonthlyReport.State>> reports = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select inspector_id, month, state from zone.monthly_report"
                        + " where month like :year || '-%' and inspector_id = any(:people)")
                .bind("year", year)
                .bindArray("people", UUID.class, people.toArray())
                .map((r, c) -> reports.computeIfAbsent(r.getObject("inspector_id", UUID.class), k -> new HashMap<>())
                        .put(r.getString("month"), MonthlyReport.State.valueOf(r.getString("state"))))
                .list());
        return reports;
    }
}
