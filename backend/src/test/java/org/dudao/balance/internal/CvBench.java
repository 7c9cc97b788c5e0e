package org.dudao.balance.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dudao.balance.internal.engine.ShippedFrameworks;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.job.JobContext;
import org.dudao.support.DatabaseResource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/**
 * {@code bench/cv}: a nationwide roll-up from stored facts to stored results, against one hand-written SQL aggregate over
 * the same rows ({@code bench-cv.sql}). Not run with the tests: its name does not end in Test.
 */
@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class CvBench {
    private static final int YEAR = 2025;
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);

    @Inject
    Jdbi jdbi;

    @Inject
    RollupJob job;

    @Inject
    FrameworkStore frameworks;

    @Inject
    RollupStore rollups;

    @Test
    void roll_up_against_sql() throws IOException {
        QuarkusTransaction.requiringNew().timeout(1200).run(() -> script("bench-cv-data.sql"));
        analyze();
        long schools = count("select count(*) from registry.school where region_code like '99%'");
        long counties = count("select count(*) from registry.region where code like '99____'");
        UUID framework =
                frameworks.versions(ShippedFrameworks.QUALITY_2017).get(0).id();
        double[] engine = new double[ROUNDS];
        double[] sql = new double[ROUNDS];
        UUID last = null;
        for (int round = 0; round < ROUNDS; round++) {
            last = Ids.newId();
            UUID id = last;
            QuarkusTransaction.requiringNew()
                    .run(() -> jdbi.useHandle(h -> h.execute(
                            "insert into balance.rollup (id, framework_id, region_code, year, state, created_by, created_at)"
                                    + " values (?, ?, '99', ?, 'RUNNING', 'bench', now())",
                            id,
                            framework,
                            YEAR)));
            long start = System.nanoTime();
            job.run(new Context(new RollupJob.Payload(id, framework, "99", YEAR)));
            engine[round] = (System.nanoTime() - start) / 1e9;
            start = System.nanoTime();
            QuarkusTransaction.requiringNew().timeout(1200).run(() -> script("bench-cv.sql"));
            sql[round] = (System.nanoTime() - start) / 1e9;
        }
        UUID checked = last;
        double difference = jdbi.withHandle(h -> h.createQuery("select max(abs(i.coefficient - b.coefficient))"
                        + " from balance.rollup_indicator i join bench_cv b using (county_code, stage, number)"
                        + " where i.rollup_id = ?")
                .bind(0, checked)
                .mapTo(Double.class)
                .one());
        long both = count("select count(*) from bench_cv");
        assertEquals(counties * 2 * 7, both, "every county, stage and indicator");
        assertTrue(difference < 1e-9, "engine and SQL differ by " + difference);
        Arrays.sort(engine);
        Arrays.sort(sql);
        PrintStream out = System.out;
        out.printf(Locale.ROOT, "%nschools %,d  counties %,d  coefficients %,d%n", schools, counties, both);
        out.printf(
                Locale.ROOT,
                "engine, facts to stored results   median %.2f s  best %.2f s%n",
                engine[ROUNDS / 2],
                engine[0]);
        out.printf(
                Locale.ROOT, "one SQL aggregate, stored         median %.2f s  best %.2f s%n", sql[ROUNDS / 2], sql[0]);
        out.printf(Locale.ROOT, "greatest difference %.1e%n", difference);
        out.printf(Locale.ROOT, "ratio %.2f (aim: 2.00 or less)%n", engine[ROUNDS / 2] / sql[ROUNDS / 2]);
    }

    /** As the owner, which the application is not: what autovacuum does in a database that lives longer than this one. */
    private static void analyze() {
        Config config = ConfigProvider.getConfig();
        try (Connection owner = DriverManager.getConnection(
                        config.getValue("quarkus.datasource.jdbc.url", String.class),
                        config.getValue("quarkus.liquibase.username", String.class),
                        config.getValue("quarkus.liquibase.password", String.class));
                Statement statement = owner.createStatement()) {
            statement.execute("vacuum analyze registry.school");
            statement.execute("vacuum analyze registry.school_year");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(String query) {
        return jdbi.withHandle(h -> h.createQuery(query).mapTo(Long.class).one());
    }

    private void script(String name) {
        try (InputStream in = CvBench.class.getResourceAsStream("/" + Path.of("bench", name))) {
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            jdbi.useHandle(h -> {
                for (String statement : sql.split(";\\s*\n")) {
                    if (!statement.isBlank()) {
                        h.execute(statement);
                    }
                }
            });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Context(JsonNode payload) implements JobContext {
        Context(RollupJob.Payload payload) {
            this((JsonNode) new ObjectMapper()
                    .valueToTree(Map.of(
                            "rollupId", payload.rollupId().toString(),
                            "frameworkId", payload.frameworkId().toString(),
                            "regionCode", payload.regionCode(),
                            "year", payload.year())));
        }

        @Override
        public UUID id() {
            return null;
        }

        @Override
        public String actor() {
            return "bench";
        }

        @Override
        public void succeed(Object result) {}

        @Override
        public void progress(long done, long total) {}
    }
}
