package org.dudao.zone.internal.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.rectification.Rectification;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;
import org.dudao.zone.internal.plan.Parameters.Parameter;
import org.dudao.zone.internal.plan.Semesters;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Counts a county's year. The caller has checked that the county is in their scope. */
@ApplicationScoped
class InnovationCounting {
    private static final String ORDER =
            "select * from (%s) x order by x.met, x.name collate \"zh-Hans-CN-x-icu\", x.about, x.day, x.id";
    private static final String[] COMPULSORY = Arrays.stream(SchoolKind.values())
            .filter(k -> k.teaches(Stage.PRIMARY) || k.teaches(Stage.JUNIOR))
            .map(SchoolKind::code)
            .toArray(String[]::new);

    @Inject
    Jdbi jdbi;

    @Inject
    Semesters semesters;

    @Inject
    Parameters parameters;

    @Inject
    Rectification rectification;

    @Inject
    Clock clock;

    InnovationYear year(String county, int year) {
        LocalDate today = LocalDate.now(clock);
        LocalDate end = LocalDate.of(year, 12, 31);
        return InnovationYear.of(
                year,
                today,
                semesters.of(county),
                new HashSet<>(rectification
                        .daysOff(county, LocalDate.of(year, 1, 1), end)
                        .keySet()),
                parameters.value(county, today.isBefore(end) ? today : end, ParameterCodes.MONTH_MIN_DAYS));
    }

    /** Every number in force that a measure is held against, by code. */
    Map<String, Parameter> standards(String county, LocalDate day) {
        List<String> codes = new ArrayList<>();
        for (InnovationMeasure m : InnovationMeasure.values()) {
            codes.add(m.standard());
            if (m.limit() != null) {
                codes.add(m.limit());
            }
        }
        return parameters.inForce(county, day, codes).stream()
                .collect(Collectors.toMap(Parameter::code, Function.identity()));
    }

    Map<InnovationMeasure, List<InnovationRow>> all(
            String county, InnovationYear year, Map<String, Parameter> standards) {
        Map<InnovationMeasure, List<InnovationRow>> rows = new EnumMap<>(InnovationMeasure.class);
        for (InnovationMeasure m : InnovationMeasure.values()) {
            rows.put(m, rows(m, county, year, standards));
        }
        return rows;
    }

    /** The things a measure counts, those not in order first. */
    List<InnovationRow> rows(
            InnovationMeasure measure, String county, InnovationYear year, Map<String, Parameter> standards) {
        if (measure == InnovationMeasure.CLOSED) {
            return findings(county, year);
        }
        String sql = InnovationSql.of(measure);
        return jdbi.withHandle(h -> {
            Query query = bind(h.createQuery(ORDER.formatted(sql)), sql, county, year);
            if (measure.limit() != null) {
                query.bind("limit", standards.get(measure.limit()).value());
            }
            if (sql.contains(":months")) {
                query.bindArray(
                        "months",
                        String.class,
                        year.months().stream().map(Object::toString).toArray());
            }
            if (sql.contains(":compulsory")) {
                query.bindArray("compulsory", String.class, (Object[]) COMPULSORY);
            }
            return query.map((r, c) -> row(r)).list();
        });
    }

    /** Findings whose term is over, or which were closed before; one that still has time is neither. */
    private List<InnovationRow> findings(String county, InnovationYear year) {
        Map<UUID, LocalDate> visited = jdbi.withHandle(h -> bind(
                        h.createQuery(InnovationSql.FINDINGS), InnovationSql.FINDINGS, county, year)
                .map((r, c) -> Map.entry(r.getObject("id", UUID.class), r.getObject("made_on", LocalDate.class)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a)));
        return rectification.outcomes(visited.keySet()).stream()
                .filter(f -> !f.voided() && f.due(year.day()))
                .map(f -> new InnovationRow(
                        InnovationRow.Kind.FINDING,
                        f.id(),
                        f.unitName(),
                        f.description(),
                        f.deadline(),
                        null,
                        f.closed() && !f.closedOn().isAfter(year.day())))
                .sorted(Comparator.comparing(InnovationRow::met)
                        .thenComparing(InnovationRow::name)
                        .thenComparing(InnovationRow::id))
                .toList();
    }

    private static Query bind(Query query, String sql, String county, InnovationYear year) {
        query.bind("county", county);
        if (sql.contains(":from")) {
            query.bind("from", year.from());
        }
        return sql.contains(":day") ? query.bind("day", year.day()) : query;
    }

    private static InnovationRow row(ResultSet r) throws SQLException {
        return new InnovationRow(
                InnovationRow.Kind.valueOf(r.getString("kind")),
                r.getObject("id", UUID.class),
                r.getString("name"),
                r.getString("about"),
                r.getObject("day", LocalDate.class),
                r.getBigDecimal("value"),
                r.getBoolean("met"));
    }
}
