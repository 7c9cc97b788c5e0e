package org.dudao.balance.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.Distance;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.kernel.job.JobContext;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.job.JobState;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.registry.SchoolYear;
import org.dudao.registry.SchoolYears;
import org.dudao.registry.Stage;

/** Computes a roll-up county by county, holding one county in memory; all of it is stored, or nothing. */
@ApplicationScoped
public class RollupJob implements JobHandler {
    static final String KIND = "balance.rollup";
    private static final int TIMEOUT_SECONDS = 3 * 3600;

    @Inject
    FrameworkStore frameworks;

    @Inject
    RollupStore store;

    @Inject
    SchoolYears schoolYears;

    @Inject
    Regions regions;

    @Inject
    Clock clock;

    record Payload(UUID rollupId, UUID frameworkId, String regionCode, int year) {}

    /** What the job returns. */
    public record Outcome(UUID rollupId, int counties, long schools) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Subject describe(JsonNode payload) {
        String region = payload.get("regionCode").asText();
        String where = regions.find(region).map(RegionName::name).orElse(region);
        String by = frameworks
                .find(UUID.fromString(payload.get("frameworkId").asText()))
                .map(f -> f.document().code() + " v" + f.document().version())
                .orElse("");
        return new Subject(
                String.join(" · ", where, payload.get("year").asText(), by),
                UUID.fromString(payload.get("rollupId").asText()));
    }

    @Override
    public Object run(JobContext context) {
        JsonNode payload = context.payload();
        UUID rollup = UUID.fromString(payload.get("rollupId").asText());
        UUID framework = UUID.fromString(payload.get("frameworkId").asText());
        String region = payload.get("regionCode").asText();
        int year = payload.get("year").asInt();
        return QuarkusTransaction.requiringNew()
                .timeout(TIMEOUT_SECONDS)
                .call(() -> compute(context, rollup, framework, region, year));
    }

    private Outcome compute(JobContext context, UUID rollup, UUID framework, String region, int year) {
        Rules rules = Rules.of(frameworks.find(framework).orElseThrow().document());
        Map<String, String> names = new HashMap<>();
        List<RegionName> counties = regions.counties(region);
        counties.forEach(c -> names.put(c.code(), c.name()));
        RollupStore.Lines lines = new RollupStore.Lines(rollup);
        int[] done = new int[1];
        long[] schools = new long[1];
        try (Ahead evaluator = new Ahead()) {
            schoolYears.forEachCounty(region, year, (county, years) -> {
                String name = names.getOrDefault(county, county);
                evaluator.submit(() -> evaluate(rules, county, name, years, lines));
                schools[0] += years.size();
                context.progress(++done[0], Math.max(done[0], counties.size()));
            });
            evaluator.await();
        }
        store.write(lines);
        store.finish(rollup, Rollup.State.DONE, null, done[0], schools[0], clock.instant());
        Outcome outcome = new Outcome(rollup, done[0], schools[0]);
        context.succeed(outcome);
        return outcome;
    }

    private static void evaluate(
            Rules rules, String county, String name, List<SchoolYear> years, RollupStore.Lines lines) {
        List<SchoolInput> inputs =
                years.stream().map(y -> RunSchool.input(y, y.values())).toList();
        for (Stage stage : Rules.STAGES) {
            StageResult result = BalanceEngine.evaluate(rules, stage, inputs);
            lines.add(county, name, result, Distance.of(rules, result));
        }
    }

    @Override
    public void ended(JsonNode payload, JobState state, String message) {
        UUID rollup = UUID.fromString(payload.get("rollupId").asText());
        store.finish(rollup, Rollup.State.FAILED, message, 0, 0, clock.instant());
    }
}
