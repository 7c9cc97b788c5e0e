package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetFormat;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.internal.FigureRules.Severity;
import org.jdbi.v3.core.Jdbi;

/** The tables of the imports. */
@ApplicationScoped
class ImportStore {
    private static final TypeReference<List<SheetHeader>> HEADERS = new TypeReference<>() {};
    private static final TypeReference<List<ColumnMapping>> MAPPING = new TypeReference<>() {};

    private static final Map<String, String> SORTABLE = Map.of(
            "createdAt", "created_at",
            "fileName", "file_name",
            "kind", "kind",
            "state", "state",
            "rowsTotal", "rows_total");
    private static final Map<String, String> SORTABLE_PROBLEMS =
            Map.of("row", "row_no", "column", "column_no", "rule", "rule", "severity", "severity");

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    void insert(ImportView v, String sha256, String actor, Path file) {
        jdbi.useHandle(h -> {
            h.createUpdate(
                            "insert into registry.import (id, kind, file_name, format, size, sha256, region_code, year, state,"
                                    + " header_row, headers, mapping, missing, actor, actor_name, created_at) values (:id, :kind, :fileName,"
                                    + " :format, :size, :sha256, :region, :year, :state, :headerRow, :headers::jsonb, :mapping::jsonb, :missing,"
                                    + " :actor, :actorName, :at)")
                    .bind("id", v.id())
                    .bind("kind", v.kind().name())
                    .bind("fileName", v.fileName())
                    .bind("format", v.format().name())
                    .bind("size", v.size())
                    .bind("sha256", sha256)
                    .bind("region", v.regionCode())
                    .bind("year", v.year())
                    .bind("state", v.state().name())
                    .bind("headerRow", v.headerRow())
                    .bind("headers", write(v.headers()))
                    .bind("mapping", write(v.mapping()))
                    .bindArray("missing", String.class, v.missing())
                    .bind("actor", actor)
                    .bind("actorName", v.createdBy())
                    .bind("at", v.createdAt())
                    .execute();
            try (InputStream in = Files.newInputStream(file);
                    var statement = h.getConnection()
                            .prepareStatement("insert into registry.import_file (import_id, content) values (?, ?)")) {
                statement.setObject(1, v.id());
                statement.setBinaryStream(2, in, Files.size(file));
                statement.executeUpdate();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Transactional
    Optional<ImportView> find(Scope scope, UUID id) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from registry.import where id = :id and region_code like :scope || '%'")
                        .bind("id", id)
                        .bind("scope", scope.regionPrefix())
                        .map((r, c) -> read(r))
                        .findOne());
    }

    /** What a job over an import is about: the file, as it was called. */
    @Transactional
    JobHandler.Subject subject(UUID id) {
        String file = jdbi.withHandle(h -> h.createQuery("select file_name from registry.import where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne()
                .orElse(null));
        return new JobHandler.Subject(file, file == null ? null : id);
    }

    /** Loads and locks, so that two clicks cannot both take the same step. */
    ImportView lock(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from registry.import where id = :id for update")
                .bind("id", id)
                .map((r, c) -> read(r))
                .one());
    }

    @Transactional
    Page<ImportView> page(Scope scope, PageRequest page) {
        Where where = new Where().and("region_code like :scope || '%'", "scope", scope.regionPrefix());
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery("select * from registry.import" + where.sql()
                                + page.orderBy(SORTABLE, "created_at desc, id") + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", page.size)
                        .bind("offset", page.offset())
                        .map((r, c) -> read(r))
                        .list(),
                page.page,
                page.size,
                h.createQuery("select count(*) from registry.import" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** Every import of the scope in the order asked for. */
    @Transactional
    void forEach(Scope scope, PageRequest order, Consumer<ImportView> consumer) {
        Where where = new Where().and("region_code like :scope || '%'", "scope", scope.regionPrefix());
        jdbi.useHandle(h -> h.createQuery(
                        "select * from registry.import" + where.sql() + order.orderBy(SORTABLE, "created_at desc, id"))
                .bindMap(where.bindings())
                .setFetchSize(200)
                .map((r, c) -> read(r))
                .useStream(s -> s.forEach(consumer)));
    }

    void setMapping(UUID id, List<ColumnMapping> mapping, List<String> missing, ImportState state) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update registry.import set mapping = :mapping::jsonb, missing = :missing, state = :state,"
                                + " message = null, version = version + 1 where id = :id")
                .bind("mapping", write(mapping))
                .bindArray("missing", String.class, missing)
                .bind("state", state.name())
                .bind("id", id)
                .execute());
    }

    void setState(UUID id, ImportState state, UUID jobId, String message) {
        jdbi.useHandle(h -> h.createUpdate("update registry.import set state = :state, job_id = coalesce(:job, job_id),"
                        + " message = :message, version = version + 1 where id = :id")
                .bind("state", state.name())
                .bind("job", jobId)
                .bind("message", message)
                .bind("id", id)
                .execute());
    }

    /** Takes a step back when its job ended without success; does nothing when the import has moved on. */
    void revert(UUID id, ImportState from, ImportState to, String message) {
        jdbi.useHandle(
                h -> h.createUpdate("update registry.import set state = :to, message = :message, version = version + 1"
                                + " where id = :id and state = :from")
                        .bind("to", to.name())
                        .bind("from", from.name())
                        .bind("message", message)
                        .bind("id", id)
                        .execute());
    }

    void setChecked(UUID id, CheckResult result, long baseEntry) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update registry.import set state = 'CHECKED', rows_total = :rows, rows_clean = :clean,"
                                + " rows_error = :errors, rows_confirm = :confirm, rows_skipped = :skipped, to_create = :creates,"
                                + " to_update = :updates, unchanged = :unchanged, years = :years, base_entry = :base, checked_at = :at, message = null,"
                                + " version = version + 1 where id = :id")
                .bind("rows", result.rows)
                .bind("clean", result.clean)
                .bind("errors", result.withErrors)
                .bind("confirm", result.toConfirm)
                .bind("skipped", result.skipped)
                .bind("creates", result.creates)
                .bind("updates", result.updates)
                .bind("unchanged", result.unchanged)
                .bindArray("years", Integer.class, result.years)
                .bind("base", baseEntry)
                .bind("at", clock.instant())
                .bind("id", id)
                .execute());
    }

    void setCommitted(UUID id, int rows) {
        jdbi.useHandle(h -> {
            h.createUpdate("update registry.import set state = 'COMMITTED', committed_rows = :rows, committed_at = :at,"
                            + " message = null, version = version + 1 where id = :id")
                    .bind("rows", rows)
                    .bind("at", clock.instant())
                    .bind("id", id)
                    .execute();
            h.execute("delete from registry.import_row where import_id = ?", id);
        });
    }

    void forgetRows(UUID id) {
        jdbi.useHandle(h -> {
            h.execute("delete from registry.import_row where import_id = ?", id);
            h.execute("delete from registry.import_problem where import_id = ?", id);
        });
    }

    /** Writes the uploaded file to a temporary place for reading; the caller deletes it. */
    @Transactional
    Path file(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select content from registry.import_file where import_id = :id")
                .bind("id", id)
                .map((r, c) -> {
                    try (InputStream in = r.getBinaryStream("content")) {
                        Path file = Files.createTempFile("dudao-import", ".bin");
                        Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
                        return file;
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .one());
    }

    @Transactional
    Page<ProblemView> problems(UUID id, Severity severity, PageRequest page, Locale locale) {
        Where where = new Where()
                .and("import_id = :id", "id", id)
                .andIf("severity = :severity", "severity", severity == null ? null : severity.name());
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery("select * from registry.import_problem" + where.sql()
                                + page.orderBy(SORTABLE_PROBLEMS, "row_no, column_no, rule")
                                + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", page.size)
                        .bind("offset", page.offset())
                        .map((r, c) -> problem(r, locale))
                        .list(),
                page.page,
                page.size,
                h.createQuery("select count(*) from registry.import_problem" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** Every problem in the order of the file. */
    @Transactional
    void forEachProblem(UUID id, Locale locale, Consumer<ProblemView> consumer) {
        jdbi.useHandle(h -> h.createQuery(
                        "select * from registry.import_problem where import_id = :id order by row_no, column_no, rule")
                .bind("id", id)
                .setFetchSize(1_000)
                .map((r, c) -> problem(r, locale))
                .useStream(s -> s.forEach(consumer)));
    }

    private static ProblemView problem(ResultSet r, Locale locale) throws SQLException {
        int column = r.getInt("column_no");
        String rule = r.getString("rule");
        return new ProblemView(
                r.getInt("row_no"),
                column < 0 ? "" : SheetRow.columnName(column),
                r.getString("header"),
                rule,
                Severity.valueOf(r.getString("severity")),
                r.getString("found"),
                r.getString("expected"),
                Messages.text(
                        locale, rule, List.of((String[]) r.getArray("params").getArray())));
    }

    private ImportView read(ResultSet r) throws SQLException {
        try {
            return new ImportView(
                    r.getObject("id", UUID.class),
                    ImportKind.valueOf(r.getString("kind")),
                    r.getString("file_name"),
                    SheetFormat.valueOf(r.getString("format")),
                    r.getLong("size"),
                    r.getString("region_code"),
                    (Integer) r.getObject("year"),
                    ImportState.valueOf(r.getString("state")),
                    r.getInt("header_row"),
                    json.readValue(r.getString("headers"), HEADERS),
                    json.readValue(r.getString("mapping"), MAPPING),
                    List.of((String[]) r.getArray("missing").getArray()),
                    Stream.of((Object[]) r.getArray("years").getArray())
                            .map(y -> ((Number) y).intValue())
                            .toList(),
                    r.getObject("job_id", UUID.class),
                    r.getInt("rows_total"),
                    r.getInt("rows_clean"),
                    r.getInt("rows_error"),
                    r.getInt("rows_confirm"),
                    r.getInt("rows_skipped"),
                    r.getInt("to_create"),
                    r.getInt("to_update"),
                    r.getInt("unchanged"),
                    r.getInt("committed_rows"),
                    r.getString("message"),
                    r.getString("actor_name"),
                    instant(r, "created_at"),
                    instant(r, "checked_at"),
                    instant(r, "committed_at"),
                    r.getLong("version"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        Timestamp t = r.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }

    ImportView require(Scope scope, UUID id) {
        return find(scope, id).orElseThrow(() -> Problem.notFound("registry.import.notFound", id));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
