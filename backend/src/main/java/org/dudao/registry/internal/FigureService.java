package org.dudao.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.SchoolKind;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** A school's figures of a year: what stands now, where each value came from, and what stood before. */
@ApplicationScoped
public class FigureService {
    /** Where a value came from; {@code row} is the row of the file it was read from. */
    public record Source(String kind, String fileName, Integer row, String reason, String by, Instant at) {}

    /** A value and its source; {@code value} is null where the value was withdrawn. */
    public record Value(String key, BigDecimal value, Source source) {}

    /** The figures of a year; version 0 when there are none yet. */
    public record Figures(UUID schoolId, int year, List<Value> values, long version) {}

    private static final String SOURCE = "src.kind, src.file_name, e.source_row, src.reason, src.actor_name, src.at";

    @Inject
    Jdbi jdbi;

    @Inject
    SchoolQuery schools;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Transactional
    public Figures get(UUID schoolId, int year) {
        schools.get(user.scope(), schoolId);
        List<Value> values = jdbi.withHandle(
                h -> h.createQuery("select distinct on (k.key) k.key, (e.values ->> k.key)::numeric as value, "
                                + SOURCE
                                + " from registry.figure_entry e cross join lateral jsonb_object_keys(e.values) as k(key)"
                                + " join registry.figure_source src on src.id = e.source_id"
                                + " where e.school_id = :school and e.year = :year order by k.key, e.id desc")
                        .bind("school", schoolId)
                        .bind("year", year)
                        .map((r, c) -> value(r))
                        .list());
        return new Figures(
                schoolId,
                year,
                values.stream().filter(v -> v.value() != null).toList(),
                version(schoolId, year).orElse(0L));
    }

    /** The years a school has figures for, newest first. */
    @Transactional
    public List<Integer> years(UUID schoolId) {
        schools.get(user.scope(), schoolId);
        return jdbi.withHandle(
                h -> h.createQuery("select year from registry.school_year where school_id = :school order by year desc")
                        .bind("school", schoolId)
                        .mapTo(Integer.class)
                        .list());
    }

    /** Everything one value ever was, newest first. */
    @Transactional
    public List<Value> history(UUID schoolId, int year, String key) {
        schools.get(user.scope(), schoolId);
        return jdbi.withHandle(h -> h.createQuery(
                        "select :key as key, (e.values ->> :key)::numeric as value, " + SOURCE
                                + " from registry.figure_entry e join registry.figure_source src on src.id = e.source_id"
                                + " where e.school_id = :school and e.year = :year and jsonb_exists(e.values, :key) order by e.id desc")
                .bind("school", schoolId)
                .bind("year", year)
                .bind("key", key)
                .map((r, c) -> value(r))
                .list());
    }

    /**
     * Writes values by hand.
     *
     * @param given values by key; null withdraws a value
     * @param confirmed whether unusual jumps were confirmed
     * @throws Problem 422 with a field {@code values.<key>} for every rule broken
     */
    @Transactional
    public void write(
            UUID schoolId, int year, String ifMatch, Map<String, BigDecimal> given, String reason, boolean confirmed) {
        SchoolRow school = schools.get(user.scope(), schoolId);
        ETags.requireMatch(ifMatch, version(schoolId, year).orElse(0L));
        FigureRules rules = new FigureRules(catalogue.all());
        List<FieldError> errors = new ArrayList<>();
        given.keySet().stream()
                .filter(k -> rules.key(k).isEmpty())
                .forEach(k -> errors.add(FieldError.of("values." + k, "registry.figure.unknown", k)));
        if (errors.isEmpty()) {
            Map<String, BigDecimal> current = current(schoolId, year);
            Map<String, BigDecimal> merged = new HashMap<>(current);
            given.forEach((k, v) -> merged.compute(k, (key, old) -> v));
            rules
                    .check(SchoolKind.ofCode(school.kind()).orElseThrow(), given, merged, current(schoolId, year - 1))
                    .stream()
                    .filter(f -> f.severity() == FigureRules.Severity.ERROR
                            || f.severity() == FigureRules.Severity.CONFIRM && !confirmed)
                    .forEach(f -> errors.add(new FieldError("values." + f.key(), f.rule(), f.params())));
            Map<String, BigDecimal> changed = new TreeMap<>(given);
            changed.entrySet().removeIf(e -> same(current.get(e.getKey()), e.getValue()));
            if (errors.isEmpty() && !changed.isEmpty()) {
                store(school, year, changed, reason);
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private void store(SchoolRow school, int year, Map<String, BigDecimal> changed, String reason) {
        UUID source = Ids.newId();
        String values = json(changed);
        jdbi.useHandle(h -> {
            h.createUpdate("insert into registry.figure_source (id, kind, reason, actor, actor_name, at)"
                            + " values (:id, 'MANUAL', :reason, :actor, :name, :at)")
                    .bind("id", source)
                    .bind("reason", reason)
                    .bind("actor", user.account().subject())
                    .bind("name", user.displayName())
                    .bind("at", clock.instant())
                    .execute();
            h.createUpdate("insert into registry.figure_entry (school_id, year, source_id, values)"
                            + " values (:school, :year, :source, :values::jsonb)")
                    .bind("school", school.id())
                    .bind("year", year)
                    .bind("source", source)
                    .bind("values", values)
                    .execute();
            h.createUpdate("insert into registry.school_year as y (school_id, year, values, version)"
                            + " values (:school, :year, jsonb_strip_nulls(:values::jsonb), 1)"
                            + " on conflict (school_id, year) do update set"
                            + " values = jsonb_strip_nulls(y.values || :values::jsonb), version = y.version + 1")
                    .bind("school", school.id())
                    .bind("year", year)
                    .bind("values", values)
                    .execute();
        });
        audit.record(
                "figures.written",
                "school",
                school.id(),
                school.regionCode(),
                Map.of("year", year, "values", changed, "reason", reason));
    }

    private Optional<Long> version(UUID schoolId, int year) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select version from registry.school_year where school_id = :school and year = :year for update")
                .bind("school", schoolId)
                .bind("year", year)
                .mapTo(Long.class)
                .findOne());
    }

    private Map<String, BigDecimal> current(UUID schoolId, int year) {
        return jdbi.withHandle(h -> currentOf(h, schoolId, year));
    }

    private static Map<String, BigDecimal> currentOf(Handle h, UUID schoolId, int year) {
        Map<String, BigDecimal> values = new HashMap<>();
        h.createQuery("select key, value::numeric as value from registry.school_year y, jsonb_each_text(y.values)"
                        + " where y.school_id = :school and y.year = :year")
                .bind("school", schoolId)
                .bind("year", year)
                .map((r, c) -> values.put(r.getString("key"), r.getBigDecimal("value")))
                .list();
        return values;
    }

    private static boolean same(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    private static Value value(ResultSet r) throws SQLException {
        return new Value(
                r.getString("key"),
                r.getBigDecimal("value"),
                new Source(
                        r.getString("kind"),
                        r.getString("file_name"),
                        (Integer) r.getObject("source_row"),
                        r.getString("reason"),
                        r.getString("actor_name"),
                        r.getTimestamp("at").toInstant()));
    }

    private String json(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
