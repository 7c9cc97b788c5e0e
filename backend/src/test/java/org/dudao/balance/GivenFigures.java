package org.dudao.balance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.support.Given;
import org.jdbi.v3.core.Jdbi;

/** Schools with figures, for the tests of balanced development. */
@ApplicationScoped
public class GivenFigures {
    @Inject
    Given given;

    @Inject
    Jdbi jdbi;

    /** A primary school where every indicator of both frameworks is {@code richness} times a generous amount. */
    @Transactional
    public UUID aPrimary(String region, int year, int pupils, double richness) {
        UUID id = given.aSchool(region, "211");
        figures(id, year, primaryFigures(pupils, richness));
        return id;
    }

    /** A junior school likewise. */
    @Transactional
    public UUID aJunior(String region, int year, int pupils, double richness) {
        UUID id = given.aSchool(region, "311");
        Map<String, BigDecimal> values = new TreeMap<>();
        primaryFigures(pupils, richness).forEach((k, v) -> values.put(k.replace("PRIMARY", "JUNIOR"), v));
        figures(id, year, values);
        return id;
    }

    public static Map<String, BigDecimal> primaryFigures(int pupils, double richness) {
        Map<String, BigDecimal> values = new TreeMap<>();
        values.put("PRIMARY.pupils", BigDecimal.valueOf(pupils));
        Map.of(
                        "PRIMARY.teachers", 0.08,
                        "PRIMARY.teachersAboveDegree", 0.06,
                        "PRIMARY.backboneTeachers", 0.02,
                        "PRIMARY.peArtTeachers", 0.02,
                        "PRIMARY.midTitleTeachers", 0.05)
                .forEach((k, v) -> values.put(k, BigDecimal.valueOf(Math.ceil(pupils * v * richness))));
        Map.of(
                        "teachingRoomArea", 8.0,
                        "indoorSportsArea", 1.0,
                        "outdoorSportsArea", 12.0,
                        "equipmentValue", 4000.0,
                        "computers", 0.2,
                        "books", 30.0,
                        "multimediaRooms", 0.04)
                .forEach((k, v) -> values.put(k, BigDecimal.valueOf(Math.ceil(pupils * v * richness))));
        return values;
    }

    @Transactional
    public void figures(UUID school, int year, Map<String, BigDecimal> values) {
        StringBuilder json = new StringBuilder("{");
        values.forEach((k, v) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(k)
                .append("\":")
                .append(v.toPlainString()));
        jdbi.useHandle(h -> h.execute(
                "insert into registry.school_year (school_id, year, values) values (?, ?, ?::jsonb)"
                        + " on conflict (school_id, year) do update set values = excluded.values",
                school,
                year,
                json.append('}').toString()));
    }

    /** How many audit records name this subject. */
    public long audited(String action, Object subject) {
        return jdbi.withHandle(
                h -> h.createQuery("select count(*) from kernel.audit where action = ? and subject_id = ?")
                        .bind(0, action)
                        .bind(1, String.valueOf(subject))
                        .mapTo(Long.class)
                        .one());
    }

    /** Runs a statement as the application does; for what the database itself must refuse. */
    @Transactional
    public void execute(String sql, Object... arguments) {
        jdbi.useHandle(h -> h.execute(sql, arguments));
    }
}
