package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.job.JobContext;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.job.JobState;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetBatches;
import org.dudao.kernel.sheet.SheetFile;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.SchoolFilter;
import org.dudao.registry.internal.SchoolQuery;
import org.dudao.registry.internal.SchoolRow;
import org.jdbi.v3.core.Jdbi;

/** The dry run: reads the file once, lists every problem, and puts aside what a commit would write. */
@ApplicationScoped
class ImportCheckJob implements JobHandler {
    static final String KIND = "import.check";
    private static final int LONGEST_SECONDS = 1_800;

    @Inject
    ImportStore store;

    @Inject
    CheckedRows checkedRows;

    @Inject
    SchoolQuery schools;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Jdbi jdbi;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Subject describe(JsonNode payload) {
        return store.subject(importId(payload));
    }

    @Override
    public Object run(JobContext context) throws Exception {
        UUID id = importId(context.payload());
        Path file = store.file(id);
        try {
            return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> check(id, file, context));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    @Override
    public void ended(JsonNode payload, JobState state, String message) {
        store.revert(importId(payload), ImportState.CHECKING, ImportState.UPLOADED, message);
    }

    private Object check(UUID id, Path file, JobContext context) throws Exception {
        ImportView view = store.lock(id);
        store.forgetRows(id);
        long base = jdbi.withHandle(h -> h.createQuery("select coalesce(max(id), 0) from registry.figure_entry")
                .mapTo(long.class)
                .one());
        ColumnPlan plan = new ColumnPlan(view.mapping(), view.headers());
        RowChecker checker = view.kind() == ImportKind.FIGURES ? figures(view, plan) : schools(view, plan);
        CheckResult result = new CheckResult();
        long[] done = {0};
        SheetBatches.read(SheetFile.checked(file, view.format()), view.headerRow(), rows -> {
            checker.accept(rows, result);
            checkedRows.write(id, result.takeStaged(), result.takeProblems());
            done[0] += rows.size();
            context.progress(done[0], 0);
        });
        context.progress(done[0], done[0]);
        store.setChecked(id, result, base);
        context.succeed(Map.of("rows", result.rows, "errors", result.withErrors, "toConfirm", result.toConfirm));
        return null;
    }

    private FigureChecker figures(ImportView view, ColumnPlan plan) {
        Map<String, FigureChecker.KnownSchool> known = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select id, code, name, kind, founded_year, closed_year from registry.school where region_code like :scope || '%'")
                .bind("scope", view.regionCode())
                .setFetchSize(2_000)
                .map((r, c) -> known.put(
                        r.getString("code"),
                        new FigureChecker.KnownSchool(
                                r.getObject("id", UUID.class),
                                r.getString("name"),
                                SchoolKind.ofCode(r.getString("kind")).orElseThrow(),
                                (Integer) r.getObject("founded_year"),
                                (Integer) r.getObject("closed_year"))))
                .useStream(s -> s.forEach(x -> {})));
        return new FigureChecker(
                plan, view.headers(), view.year(), known, this::stored, new FigureRules(catalogue.all()));
    }

    private Map<UUID, Map<Integer, Map<String, BigDecimal>>> stored(Set<UUID> ids, Set<Integer> years) {
        Map<UUID, Map<Integer, Map<String, BigDecimal>>> found = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select school_id, year, values::text as figures from registry.school_year"
                        + " where school_id = any(:ids) and year = any(:years)")
                .bindArray("ids", UUID.class, ids)
                .bindArray("years", Integer.class, years)
                .map((r, c) -> found.computeIfAbsent(r.getObject("school_id", UUID.class), k -> new HashMap<>())
                        .put(r.getInt("year"), org.dudao.registry.SchoolYears.figures(r.getString("figures"))))
                .list());
        return found;
    }

    private SchoolChecker schools(ImportView view, ColumnPlan plan) {
        Map<String, SchoolRow> known = new HashMap<>();
        schools.forEach(Scope.region(view.regionCode()), new SchoolFilter(), s -> known.put(s.code(), s));
        Set<String> taken = new HashSet<>(jdbi.withHandle(
                h -> h.createQuery("select code from registry.school where region_code not like :scope || '%'")
                        .bind("scope", view.regionCode())
                        .mapTo(String.class)
                        .list()));
        Set<String> regions = new HashSet<>(jdbi.withHandle(h -> h.createQuery(
                        "select code from registry.region where code like :scope || '%' and length(code) >= 6")
                .bind("scope", view.regionCode())
                .mapTo(String.class)
                .list()));
        return new SchoolChecker(plan, view.headers(), known, taken, regions);
    }

    static UUID importId(JsonNode payload) {
        return UUID.fromString(payload.get("importId").asText());
    }
}
