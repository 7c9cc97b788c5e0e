package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.registry.SchoolYear;
import org.dudao.registry.SchoolYears;

/** Runs: compute a county from the figures as they stand, keep it, recompute it, compare it. */
@ApplicationScoped
public class RunService {
    private static final int COUNTY_DIGITS = 6;

    @Inject
    FrameworkService frameworks;

    @Inject
    RunStore store;

    @Inject
    SchoolYears schoolYears;

    @Inject
    Regions regions;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * @param same recomputed results and stored results are the same, byte for byte
     * @param stored checksum written with the run
     * @param recomputed checksum of the recomputation from the stored inputs and rules
     */
    public record Verification(boolean same, String stored, String recomputed) {}

    /** What changed from one run to another: by stage, what moved and the schools only one of them counted. */
    public record Comparison(Run a, Run b, List<Effect> effects, List<Membership> membership) {}

    /** Schools counted in only one of two runs. */
    public record Membership(
            org.dudao.registry.Stage stage,
            List<StageResult.SchoolResult> onlyA,
            List<StageResult.SchoolResult> onlyB) {}

    /** A county as named; 404 outside the scope or unknown, 422 when it is not a county. */
    RegionName county(String regionCode, Scope scope) {
        String code = scope.requireRegion(regionCode);
        if (!scope.wholeRegion()) {
            throw Problem.notFound("kernel.region.notFound", code);
        }
        RegionName region = regions.find(code).orElseThrow(() -> Problem.notFound("kernel.region.notFound", code));
        if (code.length() != COUNTY_DIGITS) {
            throw Problem.unprocessable("balance.run.county", "regionCode", code);
        }
        return region;
    }

    @Transactional
    public Run start(UUID frameworkId, String regionCode, int year, Account by) {
        RegionName county = county(regionCode, by.scope());
        StoredFramework framework = frameworks.published(frameworkId, by.scope());
        List<SchoolYear> years = schoolYears.inRegion(county.code(), year);
        if (years.isEmpty()) {
            throw Problem.unprocessable("balance.run.noSchools", "year", county.name(), "" + year);
        }
        Map<String, String> names = new HashMap<>();
        List<RunSchool> schools = years.stream()
                .map(s -> RunSchool.of(s, names.computeIfAbsent(s.regionCode(), this::regionName)))
                .toList();
        Rules rules = Rules.of(framework.document());
        List<StageResult> stages =
                evaluate(rules, schools.stream().map(RunSchool::school).toList());
        Run run = new Run(
                Ids.newId(),
                framework.id(),
                county.code(),
                county.name(),
                year,
                framework.document(),
                schools,
                stages,
                Documents.checksum(stages),
                by.displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        store.insert(run);
        audit.record(
                "balance.run",
                "balanceRun",
                run.id(),
                run.regionCode(),
                Map.of("framework", framework.document().code(), "year", year, "checksum", run.checksum()));
        return run;
    }

    private String regionName(String code) {
        return regions.find(code).map(RegionName::name).orElse(code);
    }

    static List<StageResult> evaluate(Rules rules, List<SchoolInput> schools) {
        return Rules.STAGES.stream()
                .map(stage -> BalanceEngine.evaluate(rules, stage, schools))
                .toList();
    }

    @Transactional
    public Run get(UUID id, Scope scope) {
        return store.find(id, scope).orElseThrow(() -> Problem.notFound("balance.run.notFound", id));
    }

    @Transactional
    public List<Run> list(String region, Integer year, UUID framework, String frameworkCode, Scope scope) {
        String prefix = scope.requireRegion(region);
        return scope.wholeRegion() ? store.list(prefix, year, framework, frameworkCode) : List.of();
    }

    @Transactional
    public List<RunStore.TrendPoint> trend(String region, String frameworkCode, Scope scope) {
        return store.trend(county(region, scope).code(), frameworkCode);
    }

    /** Computes the run again from what it kept. */
    @Transactional
    public Verification verify(UUID id, Scope scope) {
        Run run = get(id, scope);
        List<StageResult> again = evaluate(run.rules(), run.inputs());
        String checksum = Documents.checksum(again);
        return new Verification(
                checksum.equals(run.checksum())
                        && Documents.checksum(run.stages()).equals(checksum),
                run.checksum(),
                checksum);
    }

    @Transactional
    public Comparison compare(UUID idA, UUID idB, Scope scope) {
        Run a = get(idA, scope);
        Run b = get(idB, scope);
        if (!a.document().code().equals(b.document().code())) {
            throw Problem.conflict("balance.compare.framework");
        }
        List<Membership> membership = new ArrayList<>();
        for (org.dudao.registry.Stage stage : Rules.STAGES) {
            StageResult was = a.stage(stage);
            StageResult is = b.stage(stage);
            membership.add(new Membership(stage, onlyIn(was, is), onlyIn(is, was)));
        }
        return new Comparison(a, b, Effect.of(a.stages(), b.stages()), membership);
    }

    private static List<StageResult.SchoolResult> onlyIn(StageResult one, StageResult other) {
        var ids =
                other.schools().stream().map(StageResult.SchoolResult::id).collect(java.util.stream.Collectors.toSet());
        return one.schools().stream().filter(s -> !ids.contains(s.id())).toList();
    }
}
