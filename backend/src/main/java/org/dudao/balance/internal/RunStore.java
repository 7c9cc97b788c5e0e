package org.dudao.balance.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Runs in the database: insert and read, nothing else. Every read is inside a scope. */
@ApplicationScoped
public class RunStore {
    private static final int NEWEST = 200;
    private static final String COLUMNS =
            "select id, framework_id, region_code, region_name, year, rules::text as rules, inputs::text as inputs,"
                    + " stages::text as stages, checksum, created_by, created_at from balance.run";

    /** A list shows outcomes: neither inputs nor rows leave the database. */
    private static final String OUTCOMES = COLUMNS.replace("inputs::text", "'[]'")
            .replace(
                    "stages::text",
                    "(select jsonb_agg(stage || '{\"schools\": []}' order by n)"
                            + " from jsonb_array_elements(stages) with ordinality e(stage, n))::text");

    @Inject
    Jdbi jdbi;

    void insert(Run run) {
        jdbi.useHandle(h -> {
            h.createUpdate("insert into balance.run (id, framework_id, region_code, region_name, year, rules, inputs,"
                            + " stages, checksum, created_by, created_at) values (:id, :framework, :region, :regionName,"
                            + " :year, :rules::jsonb, :inputs::jsonb, :stages::jsonb, :checksum, :by, :at)")
                    .bind("id", run.id())
                    .bind("framework", run.frameworkId())
                    .bind("region", run.regionCode())
                    .bind("regionName", run.regionName())
                    .bind("year", run.year())
                    .bind("rules", Documents.write(run.document()))
                    .bind("inputs", Documents.write(run.schools()))
                    .bind("stages", Documents.write(run.stages()))
                    .bind("checksum", run.checksum())
                    .bind("by", run.createdBy())
                    .bind("at", Timestamp.from(run.createdAt()))
                    .execute();
            PreparedBatch batch = h.prepareBatch("insert into balance.run_indicator (run_id, stage, number, indicator,"
                    + " mean, standard_deviation, coefficient, limit_value, met, reason, below_threshold) values (:run,"
                    + " :stage, :number, :indicator, :mean, :deviation, :coefficient, :limit, :met, :reason, :below)");
            for (StageResult stage : run.stages()) {
                int number = 0;
                for (IndicatorResult indicator : stage.indicators()) {
                    batch.bind("run", run.id())
                            .bind("stage", stage.stage().name())
                            .bind("number", ++number)
                            .bind("indicator", indicator.code())
                            .bind("mean", indicator.mean())
                            .bind("deviation", indicator.standardDeviation())
                            .bind("coefficient", indicator.coefficientOfVariation())
                            .bind("limit", indicator.limit())
                            .bind("met", indicator.met())
                            .bind(
                                    "reason",
                                    indicator.reason() == null
                                            ? null
                                            : indicator.reason().name())
                            .bind("below", indicator.schoolsBelowThreshold())
                            .add();
                }
            }
            batch.execute();
        });
    }

    Optional<Run> find(UUID id, Scope scope) {
        if (!scope.wholeRegion()) {
            return Optional.empty();
        }
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + " where id = :id and region_code like :scope || '%'")
                .bind("id", id)
                .bind("scope", scope.regionPrefix())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Newest first, without inputs and without the rows of the stages. */
    List<Run> list(String regionPrefix, Integer year, UUID frameworkId, String frameworkCode) {
        Where where = new Where()
                .and("region_code like :prefix || '%'", "prefix", regionPrefix)
                .andIf("year = :year", "year", year)
                .andIf("framework_id = :framework", "framework", frameworkId)
                .andIf("rules ->> 'code' = :code", "code", frameworkCode);
        return jdbi.withHandle(
                h -> h.createQuery(OUTCOMES + where.sql() + " order by created_at desc, id desc limit " + NEWEST)
                        .bindMap(where.bindings())
                        .map((r, c) -> read(r))
                        .list());
    }

    /** One indicator of one stage in the newest run of a year. */
    public record TrendPoint(
            int year,
            UUID runId,
            String stage,
            String indicator,
            Double coefficient,
            java.math.BigDecimal limit,
            Boolean met) {}

    /** The newest run of every year of one county under one framework code. */
    List<TrendPoint> trend(String county, String frameworkCode) {
        return jdbi.withHandle(h -> h.createQuery("select r.year, r.id, i.stage, i.indicator, i.coefficient,"
                        + " i.limit_value, i.met from (select distinct on (year) id, year from balance.run"
                        + " where region_code = :region and rules ->> 'code' = :code"
                        + " order by year, created_at desc, id desc) r"
                        + " join balance.run_indicator i on i.run_id = r.id order by i.stage desc, i.number, r.year")
                .bind("region", county)
                .bind("code", frameworkCode)
                .map((r, c) -> new TrendPoint(
                        r.getInt("year"),
                        r.getObject("id", UUID.class),
                        r.getString("stage"),
                        r.getString("indicator"),
                        (Double) r.getObject("coefficient"),
                        r.getBigDecimal("limit_value"),
                        (Boolean) r.getObject("met")))
                .list());
    }

    private static Run read(ResultSet r) throws SQLException {
        Instant at = r.getTimestamp("created_at").toInstant();
        return new Run(
                r.getObject("id", UUID.class),
                r.getObject("framework_id", UUID.class),
                r.getString("region_code"),
                r.getString("region_name"),
                r.getInt("year"),
                Documents.read(r.getString("rules"), FrameworkDocument.class),
                Documents.read(r.getString("inputs"), new TypeReference<List<RunSchool>>() {}),
                Documents.read(r.getString("stages"), new TypeReference<List<StageResult>>() {}),
                r.getString("checksum"),
                r.getString("created_by"),
                at);
    }
}
