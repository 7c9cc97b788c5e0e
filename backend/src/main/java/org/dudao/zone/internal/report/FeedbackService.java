package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.zone.internal.VisitStore;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What schools think of inspectors: the office reads every answer, an inspector averages of several only. */
@ApplicationScoped
public class FeedbackService {
    private static final long QUESTIONS = 3;

    /**
     * A school's answer.
     *
     * @param fair 客观公正, 1 to 5
     * @param useful 对学校有帮助, 1 to 5
     * @param clean 廉洁自律, 1 to 5
     */
    @Schema(name = "VisitFeedback")
    public record Feedback(
            UUID visitId,
            String schoolName,
            LocalDate madeOn,
            int fair,
            int useful,
            int clean,
            String words,
            Instant givenAt) {}

    /**
     * What is known of an inspector.
     *
     * @param answers how many schools answered
     * @param counted how many of these the averages are of: for the inspector in whole groups only, so that no single answer
     *     can be told from a change of the average
     * @param fair mean of one decimal; null while there are too few answers to be anonymous
     * @param all every answer; empty for the inspector
     */
    @Schema(name = "InspectorFeedback")
    public record Summary(
            int answers,
            int counted,
            int least,
            BigDecimal fair,
            BigDecimal useful,
            BigDecimal clean,
            List<Feedback> all) {}

    /**
     * What is known of an inspector without any single answer being told.
     *
     * @param answers how many schools' answers there are
     * @param counted how many of these the mean is of: whole groups of {@code least}
     * @param mean over all three questions, 1 to 5 with two decimals; null while there are too few answers
     */
    public record Aggregate(int answers, int counted, int least, BigDecimal mean) {}

    @Inject
    Jdbi jdbi;

    @Inject
    RecordService records;

    @Inject
    Parameters parameters;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Keeps a school's answer about the inspector of a visit whose record it has; once. */
    @Transactional
    public PublishedRecord give(UUID visit, int fair, int useful, int clean, String words, Account by) {
        PublishedRecord record = records.published(visit, by);
        UUID inspector = jdbi.withHandle(h -> h.createQuery("select " + VisitStore.GOES + VisitStore.FROM
                        + " where v.id = :id and " + VisitStore.GOES + " is not null")
                .bind("id", visit)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(() -> Problem.conflict("zone.feedback.nobody")));
        int kept = jdbi.withHandle(h -> h.execute(
                "insert into zone.visit_feedback (visit_id, inspector_id, fair, useful, clean, words, given_by, given_name,"
                        + " given_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                visit,
                inspector,
                fair,
                useful,
                clean,
                words,
                by.subject(),
                by.displayName(),
                clock.instant()));
        if (kept == 0) {
            throw Problem.conflict("zone.feedback.given");
        }
        audit.record("visit.feedbackGiven", "visit", visit, record.content().regionCode(), Map.of());
        return records.published(visit, by);
    }

    /** @throws Problem 404 for an inspector the caller may not see */
    @Transactional
    public Summary of(UUID inspector, LocalDate from, LocalDate until, Account by) {
        boolean self = by.role().equals(Roles.INSPECTOR);
        String region = jdbi.withHandle(h -> h.createQuery(
                                "select region_code from zone.inspector where id = :id"
                                        + " and region_code like :scope || '%' and (cast(:self as text) is null or account = :self)")
                        .bind("id", inspector)
                        .bind("scope", by.scope().regionPrefix())
                        .bind("self", self ? by.subject() : null)
                        .mapTo(String.class)
                        .findOne())
                .orElseThrow(() -> Problem.notFound("zone.inspector.notFound", inspector));
        LocalDate first = self ? from.withDayOfYear(1) : from;
        LocalDate last = self ? until.withDayOfYear(until.lengthOfYear()) : until;
        List<Feedback> read = jdbi.withHandle(h -> h.createQuery(
                        "select f.visit_id, s.name as school_name, v.made_on, f.fair, f.useful, f.clean, f.words, f.given_at"
                                + VisitStore.FROM + " join zone.visit_feedback f on f.visit_id = v.id"
                                + " where f.inspector_id = :id and v.made_on between :from and :until order by f.given_at, f.visit_id")
                .bind("id", inspector)
                .bind("from", first)
                .bind("until", last)
                .map(ConstructorMapper.of(Feedback.class))
                .list());
        int least = parameters.value(region, LocalDate.now(clock), ParameterCodes.FEEDBACK_MIN);
        List<Feedback> all = read.stream().filter(f -> within(f, from, until)).toList();
        List<Feedback> of = self ? groups(read, least, from, until) : all;
        return new Summary(
                all.size(),
                of.size(),
                least,
                mean(of, Feedback::fair),
                mean(of, Feedback::useful),
                mean(of, Feedback::clean),
                self ? List.of() : all);
    }

    /**
     * Aggregates of all inspectors of a county that schools answered about, by visits made between two days, whatever the
     * caller's scope: no answer can be told from them.
     */
    @Transactional
    public Map<UUID, Aggregate> aggregates(String county, LocalDate from, LocalDate until) {
        int least = parameters.value(county, until, ParameterCodes.FEEDBACK_MIN);
        Map<UUID, List<Integer>> sums = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery("select f.inspector_id, f.fair + f.useful + f.clean as marks"
                        + VisitStore.FROM + " join zone.visit_feedback f on f.visit_id = v.id"
                        + " where v.region_code like :county || '%' and v.made_on between :from and :until"
                        + " order by f.given_at, f.visit_id")
                .bind("county", county)
                .bind("from", from)
                .bind("until", until)
                .map((r, c) -> sums.computeIfAbsent(r.getObject("inspector_id", UUID.class), k -> new ArrayList<>())
                        .add(r.getInt("marks")))
                .list());
        Map<UUID, Aggregate> all = new LinkedHashMap<>();
        sums.forEach((inspector, marks) -> all.put(inspector, aggregate(marks, least)));
        return all;
    }

    private static Aggregate aggregate(List<Integer> marks, int least) {
        int counted = wholeGroups(marks.size(), least);
        int sum = marks.subList(0, counted).stream().mapToInt(Integer::intValue).sum();
        return new Aggregate(
                marks.size(),
                counted,
                least,
                counted == 0
                        ? null
                        : BigDecimal.valueOf(sum)
                                .divide(BigDecimal.valueOf(counted * QUESTIONS), 2, RoundingMode.HALF_UP));
    }

    /**
     * The answers of whole groups that lie between two days. The groups are those of the year, whatever the days asked for: no
     * choice of days gives two means that differ by a single answer.
     */
    private static List<Feedback> groups(List<Feedback> years, int least, LocalDate from, LocalDate until) {
        Map<Integer, List<Feedback>> byYear = years.stream()
                .collect(Collectors.groupingBy(f -> f.madeOn().getYear(), LinkedHashMap::new, Collectors.toList()));
        List<Feedback> within = new ArrayList<>();
        for (List<Feedback> year : byYear.values()) {
            for (int n = 0; n + least <= year.size(); n += least) {
                List<Feedback> group = year.subList(n, n + least);
                if (group.stream().allMatch(f -> within(f, from, until))) {
                    within.addAll(group);
                }
            }
        }
        return within;
    }

    private static boolean within(Feedback f, LocalDate from, LocalDate until) {
        return !f.madeOn().isBefore(from) && !f.madeOn().isAfter(until);
    }

    private static int wholeGroups(int answers, int least) {
        return answers / least * least;
    }

    private static BigDecimal mean(List<Feedback> of, ToIntFunction<Feedback> mark) {
        return of.isEmpty()
                ? null
                : BigDecimal.valueOf(of.stream().mapToInt(mark).sum())
                        .divide(BigDecimal.valueOf(of.size()), 1, RoundingMode.HALF_UP);
    }
}
