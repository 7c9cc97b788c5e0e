package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.balance.internal.RollupCounty.RollupIndicator;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.Stage;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.postgresql.PGConnection;

/** Roll-ups in the database; counties are written with COPY. Every read is inside a scope. */
@ApplicationScoped
class RollupStore {
    private static final String SELECT = "select r.id, r.framework_id, f.code as framework_code,"
            + " f.version as framework_version, r.region_code, r.year, r.job_id, r.state, r.message, r.counties,"
            + " r.schools, r.created_by, r.created_at, r.finished_at"
            + " from balance.rollup r join balance.framework f on f.id = r.framework_id";
    private static final Map<String, String> SORTABLE = Map.of(
            "rank", "rank",
            "distance", "distance",
            "countyCode", "county_code",
            "countyName", "county_name",
            "schools", "schools",
            "schoolsPassing", "schools_passing",
            "pupils", "pupils",
            "composite", "composite");

    @Inject
    Jdbi jdbi;

    void insert(Rollup rollup) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into balance.rollup (id, framework_id, region_code, year, job_id, state,"
                                + " created_by, created_at) values (:id, :framework, :region, :year, :job, 'RUNNING', :by, :at)")
                .bind("id", rollup.id())
                .bind("framework", rollup.frameworkId())
                .bind("region", rollup.regionCode())
                .bind("year", rollup.year())
                .bind("job", rollup.jobId())
                .bind("by", rollup.createdBy())
                .bind("at", Timestamp.from(rollup.createdAt()))
                .execute());
    }

    void finish(UUID id, Rollup.State state, String message, int counties, long schools, Instant at) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update balance.rollup set state = :state, message = :message,"
                                + " counties = :counties, schools = :schools, finished_at = :at where id = :id and state = 'RUNNING'")
                .bind("id", id)
                .bind("state", state.name())
                .bind("message", message)
                .bind("counties", counties)
                .bind("schools", schools)
                .bind("at", Timestamp.from(at))
                .execute());
    }

    /** Lines of both mass tables, collected county by county and written at once. */
    static final class Lines {
        private final UUID id;
        private final StringBuilder stages = new StringBuilder(1 << 16);
        private final StringBuilder indicators = new StringBuilder(1 << 18);

        Lines(UUID id) {
            this.id = id;
        }

        void add(String county, String name, StageResult result, Double distance) {
            line(
                    stages,
                    id,
                    county,
                    name,
                    result.stage(),
                    result.verdict(),
                    result.composite(),
                    distance,
                    result.schools().size(),
                    result.schoolsPassing(),
                    result.schoolsNeeded(),
                    result.pupils().toPlainString(),
                    result.exclusions().size(),
                    result.missing().size());
            int number = 0;
            for (IndicatorResult i : result.indicators()) {
                line(
                        indicators,
                        id,
                        county,
                        result.stage(),
                        ++number,
                        i.code(),
                        i.mean(),
                        i.standardDeviation(),
                        i.coefficientOfVariation(),
                        i.limit().toPlainString(),
                        i.met(),
                        i.reason(),
                        i.schoolsBelowThreshold());
            }
        }

        private static void line(StringBuilder out, Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    out.append('\t');
                }
                out.append(
                        values[i] == null
                                ? "\\N"
                                : values[i]
                                        .toString()
                                        .replace("\\", "\\\\")
                                        .replace('\t', ' ')
                                        .replace('\n', ' ')
                                        .replace('\r', ' '));
            }
            out.append('\n');
        }
    }

    void write(Lines lines) {
        jdbi.useHandle(h -> {
            try {
                var copy = h.getConnection().unwrap(PGConnection.class).getCopyAPI();
                copy.copyIn("copy balance.rollup_stage from stdin", new StringReader(lines.stages.toString()));
                copy.copyIn("copy balance.rollup_indicator from stdin", new StringReader(lines.indicators.toString()));
            } catch (IOException | SQLException e) {
                throw new IllegalStateException("roll-up not written", e);
            }
        });
    }

    Optional<Rollup> find(UUID id, Scope scope) {
        return !scope.wholeRegion()
                ? Optional.empty()
                : jdbi.withHandle(h -> h.createQuery(SELECT + " where r.id = :id and r.region_code like :scope || '%'")
                        .bind("id", id)
                        .bind("scope", scope.regionPrefix())
                        .map((r, c) -> read(r))
                        .findOne());
    }

    List<Rollup> list(Scope scope, String region, Integer year) {
        Where where = new Where()
                .and("r.region_code like :region || '%'", "region", region)
                .andIf("r.year = :year", "year", year);
        return !scope.wholeRegion()
                ? List.of()
                : jdbi.withHandle(h -> h.createQuery(SELECT + where.sql() + " order by r.created_at desc limit 100")
                        .bindMap(where.bindings())
                        .map((r, c) -> read(r))
                        .list());
    }

    /** Counties by verdict and stage. */
    Map<String, Map<String, Integer>> verdicts(UUID id) {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery("select stage, verdict, count(*) as n from balance.rollup_stage"
                        + " where rollup_id = :id group by stage, verdict order by stage desc, verdict")
                .bind("id", id)
                .map((r, c) -> counts.computeIfAbsent(r.getString("stage"), s -> new LinkedHashMap<>())
                        .put(r.getString("verdict"), r.getInt("n")))
                .list());
        return counts;
    }

    Page<RollupCounty> counties(UUID id, Stage stage, String verdict, String q, PageRequest page) {
        Where where = new Where()
                .and("stage = :stage", "stage", stage.name())
                .andIf("verdict = :verdict", "verdict", verdict)
                .contains(q, "county_name", "county_code");
        String ranked = "with ranked as (select *, case when distance is null then null else"
                + " rank() over (partition by stage order by distance nulls last) end as rank"
                + " from balance.rollup_stage where rollup_id = :id) ";
        return jdbi.withHandle(h -> {
            long total = h.createQuery(ranked + "select count(*) from ranked" + where.sql())
                    .bind("id", id)
                    .bindMap(where.bindings())
                    .mapTo(Long.class)
                    .one();
            Query query = h.createQuery(ranked + "select * from ranked" + where.sql()
                            + page.orderBy(SORTABLE, "rank nulls last, county_code") + " limit :size offset :offset")
                    .bind("id", id)
                    .bindMap(where.bindings())
                    .bind("size", page.size)
                    .bind("offset", page.offset());
            List<RollupCounty> rows = query.map((r, c) -> county(r)).list();
            Map<String, List<RollupIndicator>> byCounty = new LinkedHashMap<>();
            h.createQuery("select county_code, indicator, mean, coefficient, limit_value, met, reason"
                            + " from balance.rollup_indicator where rollup_id = :id and stage = :stage"
                            + " and county_code = any(:counties) order by county_code, number")
                    .bind("id", id)
                    .bind("stage", stage.name())
                    .bindArray(
                            "counties",
                            String.class,
                            rows.stream().map(RollupCounty::countyCode).toList())
                    .map((r, c) -> byCounty.computeIfAbsent(r.getString("county_code"), k -> new ArrayList<>())
                            .add(new RollupIndicator(
                                    r.getString("indicator"),
                                    (Double) r.getObject("mean"),
                                    (Double) r.getObject("coefficient"),
                                    r.getBigDecimal("limit_value"),
                                    (Boolean) r.getObject("met"),
                                    r.getString("reason"))))
                    .list();
            List<RollupCounty> full = rows.stream()
                    .map(c -> with(c, byCounty.getOrDefault(c.countyCode(), List.of())))
                    .toList();
            return new Page<>(full, page.page, page.size, total);
        });
    }

    private static RollupCounty county(ResultSet r) throws SQLException {
        long rank = r.getLong("rank");
        return new RollupCounty(
                r.wasNull() ? null : (int) rank,
                r.getString("county_code"),
                r.getString("county_name"),
                Stage.valueOf(r.getString("stage")),
                StageResult.Verdict.valueOf(r.getString("verdict")),
                (Double) r.getObject("composite"),
                (Double) r.getObject("distance"),
                r.getInt("schools"),
                r.getInt("schools_passing"),
                (Integer) r.getObject("schools_needed"),
                r.getBigDecimal("pupils"),
                r.getInt("excluded"),
                r.getInt("missing"),
                List.of());
    }

    private static RollupCounty with(RollupCounty c, List<RollupIndicator> indicators) {
        return new RollupCounty(
                c.rank(),
                c.countyCode(),
                c.countyName(),
                c.stage(),
                c.verdict(),
                c.composite(),
                c.distance(),
                c.schools(),
                c.schoolsPassing(),
                c.schoolsNeeded(),
                c.pupils(),
                c.excluded(),
                c.missing(),
                indicators);
    }

    private static Rollup read(ResultSet r) throws SQLException {
        Timestamp finished = r.getTimestamp("finished_at");
        return new Rollup(
                r.getObject("id", UUID.class),
                r.getObject("framework_id", UUID.class),
                r.getString("framework_code"),
                r.getInt("framework_version"),
                r.getString("region_code"),
                r.getInt("year"),
                r.getObject("job_id", UUID.class),
                Rollup.State.valueOf(r.getString("state")),
                r.getString("message"),
                r.getInt("counties"),
                r.getLong("schools"),
                r.getString("created_by"),
                r.getTimestamp("created_at").toInstant(),
                finished == null ? null : finished.toInstant());
    }
}
