package org.dudao.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * What other modules may ask about the schools of a year and their figures. A school belongs to a year when it was
 * founded by then and not yet closed; a school without figures is returned with none, so that its absence is seen.
 * Callers have checked the caller's scope.
 */
@ApplicationScoped
public class SchoolYears {
    private static final int FETCH = 2_000;
    private static final int COUNTY_DIGITS = 6;
    private static final JsonFactory JSON = new JsonFactory();
    private static final String COLUMNS = "select s.id, s.code, s.name, s.region_code, s.kind, s.urban_rural,"
            + " s.private_school, s.run_by, s.parent_school_id, s.longitude, s.latitude, y.values::text as figures"
            + " from registry.school s left join registry.school_year y on y.school_id = s.id and y.year = :year";
    private static final String SELECT = COLUMNS
            + " where s.region_code like :prefix || '%'"
            + " and (s.founded_year is null or s.founded_year <= :year)"
            + " and (s.closed_year is null or s.closed_year > :year)"
            + " order by left(s.region_code, 6), s.code";

    @Inject
    Jdbi jdbi;

    /** The schools of a region in a year, by code. */
    @Transactional
    public List<SchoolYear> inRegion(String regionPrefix, int year) {
        List<SchoolYear> schools = new ArrayList<>();
        forEachCounty(regionPrefix, year, (county, found) -> schools.addAll(found));
        return schools;
    }

    /** Hands over the schools of one county after another, by county code, holding one county in memory. */
    @Transactional
    public void forEachCounty(String regionPrefix, int year, BiConsumer<String, List<SchoolYear>> consumer) {
        jdbi.useHandle(h -> {
            try (Query query = h.createQuery(SELECT)
                    .bind("prefix", regionPrefix)
                    .bind("year", year)
                    .setFetchSize(FETCH)) {
                String county = null;
                List<SchoolYear> schools = new ArrayList<>();
                try (var rows = query.map((r, c) -> read(r)).stream()) {
                    for (SchoolYear school : (Iterable<SchoolYear>) rows::iterator) {
                        String own = county(school.regionCode());
                        if (county != null && !county.equals(own)) {
                            consumer.accept(county, schools);
                            schools = new ArrayList<>();
                        }
                        county = own;
                        schools.add(school);
                    }
                }
                if (county != null) {
                    consumer.accept(county, schools);
                }
            }
        });
    }

    /** One school in a year, whether or not it was open then; empty outside the scope. */
    @Transactional
    public Optional<SchoolYear> ofSchool(UUID school, int year, Scope scope) {
        Where where = SchoolScope.schools(new Where(), scope, "s").and("s.id = :id", "id", school);
        return jdbi.withHandle(h -> h.createQuery(COLUMNS + where.sql())
                .bindMap(where.bindings())
                .bind("year", year)
                .map((r, c) -> read(r))
                .findOne());
    }

    /** The years for which any school of the region has figures. */
    @Transactional
    public SortedSet<Integer> yearsWithFigures(String regionPrefix) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select distinct y.year from registry.school_year y join registry.school s on s.id = y.school_id"
                                + " where s.region_code like :prefix || '%'")
                .bind("prefix", regionPrefix)
                .mapTo(Integer.class)
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private static String county(String regionCode) {
        return regionCode.length() <= COUNTY_DIGITS ? regionCode : regionCode.substring(0, COUNTY_DIGITS);
    }

    private static SchoolYear read(ResultSet r) throws SQLException {
        return new SchoolYear(
                r.getObject("id", UUID.class),
                r.getString("code"),
                r.getString("name"),
                r.getString("region_code"),
                SchoolKind.ofCode(r.getString("kind")).orElseThrow(),
                r.getString("urban_rural"),
                r.getBoolean("private_school"),
                "COUNTY".equals(r.getString("run_by")),
                r.getObject("parent_school_id", UUID.class),
                (Double) r.getObject("longitude"),
                (Double) r.getObject("latitude"),
                figures(r.getString("figures")));
    }

    /** Figures are a flat JSON object of numbers; read by the streaming parser because a province has millions. */
    public static Map<String, BigDecimal> figures(String json) {
        Map<String, BigDecimal> values = new HashMap<>(48);
        if (json == null) {
            return values;
        }
        try (JsonParser parser = JSON.createParser(json)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.FIELD_NAME) {
                    String key = parser.currentName();
                    if (parser.nextToken().isNumeric()) {
                        values.put(key, parser.getDecimalValue());
                    }
                }
            }
            return values;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
