package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.plan.NotPlannable;
import org.dudao.balance.internal.plan.Planner;
import org.dudao.balance.internal.plan.Proposal;
import org.dudao.balance.internal.plan.WhatIf;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.ModestNumbers;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactKeys;

/** What would it take: proposals, own additions, and plans that are kept. */
@ApplicationScoped
public class PlanService {
    private static final int MAX_MISSING_LISTED = 100;

    @Inject
    RunService runs;

    @Inject
    CostSheets costSheets;

    @Inject
    PlanStore store;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** A proposal with what it moves and the costs it was made with. */
    public record Proposed(Proposal proposal, List<Effect> effects, Map<String, BigDecimal> costs) {}

    /** What own additions move, and their bill. */
    public record Tried(List<Effect> effects, BigDecimal bill, Map<String, BigDecimal> costs) {}

    /** Two plans of one region side by side. */
    public record Compared(Plan a, Plan b) {}

    /**
     * The cheapest additions found.
     *
     * @param ownCosts 元 per unit by fact, over the region's sheet; may be null
     */
    @Transactional
    public Proposed propose(UUID runId, Map<String, BigDecimal> ownCosts, Scope scope) {
        Run run = runs.get(runId, scope);
        Rules rules = run.rules();
        Map<String, BigDecimal> costs = costs(rules, run, ownCosts);
        try {
            Proposal proposal = Planner.propose(rules, run.inputs(), costs);
            return new Proposed(proposal, Effect.of(proposal.before(), proposal.after()), costs);
        } catch (NotPlannable e) {
            if (e.missing().isEmpty()) {
                throw Problem.conflict("balance.plan.none", e.getMessage());
            }
            List<FieldError> missing = e.missing().stream()
                    .limit(MAX_MISSING_LISTED)
                    .map(m -> FieldError.of(
                            "schools." + m.code() + "." + m.fact(), "balance.plan.missingFigure", m.name(), m.fact()))
                    .toList();
            throw new Problem(
                    409, "balance.plan.missing", missing, "" + e.missing().size());
        }
    }

    private Map<String, BigDecimal> costs(Rules rules, Run run, Map<String, BigDecimal> own) {
        Map<String, BigDecimal> costs = new TreeMap<>(rules.costs());
        costSheets.of(run.regionCode()).forEach((fact, cost) -> costs.computeIfPresent(fact, (f, c) -> cost));
        if (own != null) {
            List<FieldError> errors = new ArrayList<>();
            own.forEach((fact, cost) -> {
                if (!costs.containsKey(fact)) {
                    errors.add(FieldError.of("costs." + fact, "balance.cost.fact", fact));
                } else if (cost == null || cost.signum() <= 0 || !ModestNumbers.isModest(cost)) {
                    errors.add(FieldError.of("costs." + fact, "kernel.constraint.Positive"));
                } else {
                    costs.put(fact, cost);
                }
            });
            if (!errors.isEmpty()) {
                throw Problem.invalid(errors);
            }
        }
        return costs;
    }

    /** Nothing is kept. */
    @Transactional
    public Tried whatIf(UUID runId, List<Addition> additions, Scope scope) {
        Run run = runs.get(runId, scope);
        Rules rules = run.rules();
        check(run, rules, additions);
        Map<String, BigDecimal> costs = costs(rules, run, null);
        List<WhatIf.Change> changes = additions.stream()
                .map(a -> new WhatIf.Change(a.schoolId().toString(), a.factCode(), a.stage(), a.amount()))
                .toList();
        WhatIf.Outcome outcome = WhatIf.evaluate(rules, run.inputs(), changes);
        return new Tried(Effect.of(outcome.before(), outcome.after()), bill(additions, costs), costs);
    }

    private static BigDecimal bill(List<Addition> additions, Map<String, BigDecimal> costs) {
        return additions.stream()
                .map(a -> WhatIf.cost(a.amount(), costs.getOrDefault(a.factCode(), BigDecimal.ZERO)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static void check(Run run, Rules rules, List<Addition> additions) {
        Map<String, SchoolInput> schools = new HashMap<>();
        run.inputs().forEach(s -> schools.put(s.id(), s));
        Map<String, Boolean> shared = new HashMap<>();
        for (Indicator indicator : rules.indicators()) {
            indicator.numerator().forEach(t -> shared.put(t.fact(), indicator.shared()));
        }
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < additions.size(); i++) {
            Addition addition = additions.get(i);
            String at = "additions[" + i + "]";
            SchoolInput school = schools.get(addition.schoolId().toString());
            Boolean whole = shared.get(addition.factCode());
            if (school == null) {
                errors.add(FieldError.of(at + ".schoolId", "balance.addition.school"));
            } else if (whole == null) {
                errors.add(FieldError.of(at + ".factCode", "balance.addition.fact"));
            } else if (whole != (addition.stage() == null)) {
                errors.add(FieldError.of(at + ".stage", "balance.addition.stage"));
            } else if (addition.stage() != null && !school.kind().teaches(addition.stage())) {
                errors.add(FieldError.of(at + ".stage", "balance.addition.stageNotTaught"));
            } else {
                String key = whole ? addition.factCode() : FactKeys.of(addition.stage(), addition.factCode());
                BigDecimal has = school.values().get(key);
                if (has == null) {
                    errors.add(FieldError.of(at + ".schoolId", "balance.addition.missing"));
                } else if (has.add(addition.amount()).signum() < 0) {
                    errors.add(FieldError.of(at + ".amount", "balance.addition.negative"));
                } else {
                    schools.put(school.id(), school.plus(key, addition.amount()));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    @Transactional
    public List<Plan> list(String region, UUID run, Scope scope) {
        return store.list(scope, scope.requireRegion(region), run);
    }

    @Transactional
    public Plan get(UUID id, Scope scope) {
        return store.find(id, scope).orElseThrow(() -> Problem.notFound("balance.plan.notFound", id));
    }

    @Transactional
    public Compared compare(UUID a, UUID b, Scope scope) {
        return new Compared(get(a, scope), get(b, scope));
    }

    @Transactional
    public Plan create(UUID runId, String name, String note, List<Addition> additions, Account by) {
        Run run = runs.get(runId, by.scope());
        Tried tried = whatIf(runId, additions, by.scope());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Plan plan = new Plan(
                Ids.newId(),
                runId,
                run.regionCode(),
                name,
                note,
                additions,
                tried.costs(),
                tried.bill(),
                tried.effects(),
                by.displayName(),
                now,
                now,
                0);
        store.insert(plan);
        record("plan.saved", plan);
        return get(plan.id(), by.scope());
    }

    @Transactional
    public Plan change(UUID id, String name, String note, List<Addition> additions, String ifMatch, Account by) {
        Plan was = get(id, by.scope());
        ETags.requireMatch(ifMatch, was.version());
        Tried tried = whatIf(was.runId(), additions, by.scope());
        Plan is = new Plan(
                id,
                was.runId(),
                was.regionCode(),
                name,
                note,
                additions,
                tried.costs(),
                tried.bill(),
                tried.effects(),
                was.createdBy(),
                was.createdAt(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                was.version() + 1);
        if (!store.update(is, was.version())) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        record("plan.changed", is);
        return get(id, by.scope());
    }

    @Transactional
    public void delete(UUID id, String ifMatch, Account by) {
        Plan plan = get(id, by.scope());
        ETags.requireMatch(ifMatch, plan.version());
        if (!store.delete(id, plan.version())) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        record("plan.deleted", plan);
    }

    private void record(String action, Plan plan) {
        audit.record(
                action,
                "balancePlan",
                plan.id(),
                plan.regionCode(),
                Map.of("name", plan.name(), "run", plan.runId(), "bill", plan.bill()));
    }
}
