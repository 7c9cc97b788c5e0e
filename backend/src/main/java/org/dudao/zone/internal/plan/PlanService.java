package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.Rectification;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.VisitRecord;

/** Plans of a term's visits: drawn, looked at, adopted, drawn again, withdrawn. */
@ApplicationScoped
public class PlanService {
    private static final String OPENING_CHECKLIST = "TERM_OPENING";
    /** Seeds a person can read out and type. */
    private static final int SEEDS = 1_000_000_000;

    @Inject
    PlanStore store;

    @Inject
    Semesters semesters;

    @Inject
    Parameters parameters;

    @Inject
    Rectification rectification;

    @Inject
    IndexSystems systems;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** Draws a plan; nothing is changed. */
    @Transactional
    public VisitPlan.Preview preview(VisitPlan.Wish wish, Account by) {
        String county = Counties.require(by);
        long seed = wish.seed() == null ? 1 + random.nextInt(SEEDS - 1) : wish.seed();
        Semester semester = semesters.require(county, wish.year(), wish.half());
        IndexSystem checklist = checklist(wish.kind(), by);
        Draw.Input input = input(county, semester, wish, seed, checklist);
        Draw.Outcome out = TermPlanner.draw(input);
        return new VisitPlan.Preview(
                seed,
                Documents.checksum(input),
                semester,
                wish.kind(),
                input.periods(),
                input.limits(),
                (int) input.known().stream().filter(Draw.Known::counts).count(),
                input.periods().isEmpty()
                        ? List.of()
                        : store.nobody(county, input.periods().get(0).from()),
                rectification.yearsWithoutCalendar(county, semester.fromDay(), semester.untilDay()),
                checklist == null ? null : checklist.document().nameZh(),
                out.visits(),
                out.missing());
    }

    /**
     * Makes a draw the plan: its visits are planned.
     *
     * @param id the same id with the same content is one plan, answered again as it stands
     * @param checksum of the preview that was looked at
     * @throws Problem 409 when what it was drawn from has changed since, or the id is another plan's
     */
    @Transactional
    public VisitPlan adopt(UUID id, VisitPlan.Wish wish, String checksum, Account by) {
        String county = Counties.require(by);
        if (wish.seed() == null) {
            throw Problem.unprocessable("zone.plan.seed", "wish.seed");
        }
        // one after the other: what the first planned has changed what the second was drawn from
        store.lockPlans(county);
        var known = store.find(id, county);
        if (known.isPresent()) {
            return again(known.get(), wish, checksum);
        }
        Semester semester = semesters.require(county, wish.year(), wish.half());
        IndexSystem checklist = checklist(wish.kind(), by);
        Draw.Input input = input(county, semester, wish, wish.seed(), checklist);
        if (!Documents.checksum(input).equals(checksum)) {
            throw Problem.conflict("zone.plan.changed");
        }
        Draw.Outcome out = TermPlanner.draw(input);
        if (out.visits().isEmpty()) {
            throw Problem.conflict("zone.plan.empty");
        }
        if (!store.insert(id, county, wish, input, out, by, clock.instant())) {
            throw Problem.conflict("zone.plan.taken");
        }
        store.insertVisits(
                id,
                out.visits(),
                wish.kind() == VisitPlan.Kind.OPENING ? VisitRecord.Kind.SPECIAL : VisitRecord.Kind.ROUTINE,
                checklist == null ? null : checklist.id(),
                wish.announced(),
                by,
                clock.instant());
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("kind", wish.kind());
        detail.put("seed", input.seed());
        detail.put("visits", out.visits().size());
        detail.put("missing", out.missing().size());
        detail.put("announced", wish.announced());
        audit.record("visitPlan.adopted", "visitPlan", id, county, detail);
        return get(id, by);
    }

    private VisitPlan again(VisitPlan known, VisitPlan.Wish wish, String checksum) {
        boolean same = known.year() == wish.year()
                && known.half() == wish.half()
                && known.kind() == wish.kind()
                && known.seed() == wish.seed()
                && known.announced() == wish.announced()
                && Documents.checksum(store.input(known.id())).equals(checksum);
        if (!same) {
            throw Problem.conflict("zone.plan.taken");
        }
        return known;
    }

    @Transactional
    public List<VisitPlan> list(Account by) {
        return store.plans(by.scope().regionPrefix());
    }

    @Transactional
    public VisitPlan get(UUID id, Account by) {
        return store.find(id, by.scope().regionPrefix()).orElseThrow(() -> Problem.notFound("zone.plan.notFound", id));
    }

    /** Draws an adopted plan again from what was kept with it. */
    @Transactional
    public VisitPlan.Repeat repeat(UUID id, Account by) {
        get(id, by);
        Draw.Input input = store.input(id);
        Draw.Outcome again = TermPlanner.draw(input);
        return new VisitPlan.Repeat(
                again.equals(store.outcome(id)), input.limits(), input.days(), again.visits(), again.missing());
    }

    /** Drops what of a plan lies ahead and is not made. */
    @Transactional
    public VisitPlan withdraw(UUID id, String ifMatch, String reason, Account by) {
        VisitPlan plan = get(id, by);
        ETags.requireMatch(ifMatch, plan.version());
        if (plan.withdrawnFor() != null) {
            throw Problem.conflict("zone.plan.withdrawn");
        }
        int dropped =
                store.withdraw(plan, reason, today()).orElseThrow(() -> new Problem(412, "kernel.stale", List.of()));
        audit.record(
                "visitPlan.withdrawn", "visitPlan", id, plan.regionCode(), Map.of("reason", reason, "visits", dropped));
        return get(id, by);
    }

    private Draw.Input input(String county, Semester semester, VisitPlan.Wish wish, long seed, IndexSystem checklist) {
        LocalDate tomorrow = today().plusDays(1);
        Map<String, Integer> rules = parameters.inForce(county, today(), ParameterCodes.PLANNING).stream()
                .collect(Collectors.toMap(Parameters.Parameter::code, Parameters.Parameter::value));
        SortedMap<LocalDate, String> off = rectification.daysOff(county, semester.fromDay(), semester.untilDay());
        List<LocalDate> working = semester.fromDay()
                .datesUntil(semester.untilDay().plusDays(1))
                .filter(d -> !off.containsKey(d))
                .toList();
        boolean opening = wish.kind() == VisitPlan.Kind.OPENING;
        List<Draw.Period> periods = opening
                ? List.of(new Draw.Period(
                        "OPENING",
                        semester.fromDay(),
                        semester.fromDay().plusDays(rules.get(ParameterCodes.OPENING_DAYS) - 1L)))
                : TermMonths.of(semester, working, rules.get(ParameterCodes.MONTH_MIN_DAYS));
        Draw.Limits limits = opening
                ? new Draw.Limits(1, rules.get(ParameterCodes.OPENING_PER_DAY), 1, rules.get(ParameterCodes.NEARBY_KM))
                : new Draw.Limits(
                        rules.get(ParameterCodes.VISITS_PER_MONTH),
                        rules.get(ParameterCodes.VISITS_PER_DAY),
                        rules.get(ParameterCodes.VISIT_GAP_DAYS),
                        rules.get(ParameterCodes.NEARBY_KM));
        List<Draw.Known> known = store
                .present(
                        county,
                        semester.fromDay().minusDays(limits.gapDays()),
                        semester.untilDay().plusDays(limits.gapDays()))
                .stream()
                // one that was not made on its day is neither a visit nor in the way of another
                .filter(v -> v.made() || !v.day().isBefore(today()))
                .map(v -> new Draw.Known(v.school(), v.goes(), v.day(), counts(v, opening, checklist)))
                .toList();
        return new Draw.Input(
                seed,
                periods.stream().filter(p -> !p.until().isBefore(tomorrow)).toList(),
                working.stream().filter(d -> !d.isBefore(tomorrow)).toList(),
                store.rounds(county, semester.fromDay(), semester.untilDay(), wish.inspectorId()),
                known,
                limits);
    }

    /** Whether a visit is one of those asked for: an opening check by its checklist, a monthly one unless it is special. */
    private static boolean counts(PlanStore.Present v, boolean opening, IndexSystem checklist) {
        return opening ? checklist != null && checklist.id().equals(v.system()) : v.kind() != VisitRecord.Kind.SPECIAL;
    }

    private IndexSystem checklist(VisitPlan.Kind kind, Account by) {
        return kind == VisitPlan.Kind.OPENING
                ? systems.current(OPENING_CHECKLIST, by.scope())
                        .orElseThrow(() -> Problem.conflict("zone.plan.noChecklist"))
                : null;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
