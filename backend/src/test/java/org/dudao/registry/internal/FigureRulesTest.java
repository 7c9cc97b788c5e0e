package org.dudao.registry.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.registry.Fact;
import org.dudao.registry.SchoolKind;
import org.junit.jupiter.api.Test;

class FigureRulesTest {
    private final FigureRules rules = new FigureRules(List.of(
            fact("pupils", Fact.Level.STAGE, Fact.Type.INTEGER, "0.5", null),
            fact("classes", Fact.Level.STAGE, Fact.Type.INTEGER, null, "pupils"),
            fact("largestClass", Fact.Level.STAGE, Fact.Type.INTEGER, null, "pupils"),
            fact("teachers", Fact.Level.STAGE, Fact.Type.INTEGER, null, null),
            fact("teachersAboveDegree", Fact.Level.STAGE, Fact.Type.INTEGER, null, "teachers"),
            fact("roomArea", Fact.Level.SCHOOL, Fact.Type.DECIMAL, "0.5", null)));

    @Test
    void plausible_figures_raise_nothing() {
        assertEquals(
                List.of(),
                found(SchoolKind.PRIMARY, "PRIMARY.pupils", "300", "PRIMARY.classes", "8", "roomArea", "1200.5"));
    }

    @Test
    void teachers_above_degree_cannot_exceed_teachers() {
        assertEquals(
                List.of("registry.figure.notMoreThan ERROR PRIMARY.teachersAboveDegree ≤ 20"),
                found(SchoolKind.PRIMARY, "PRIMARY.teachers", "20", "PRIMARY.teachersAboveDegree", "21"));
    }

    @Test
    void people_come_whole_and_areas_do_not_have_to() {
        assertEquals(
                List.of("registry.figure.integer ERROR PRIMARY.pupils "),
                found(SchoolKind.PRIMARY, "PRIMARY.pupils", "300.5"));
    }

    @Test
    void nothing_is_negative_or_beyond_the_catalogue() {
        assertEquals(
                List.of("registry.figure.range ERROR PRIMARY.pupils 0 – 10000"),
                found(SchoolKind.PRIMARY, "PRIMARY.pupils", "-1"));
        assertEquals(
                List.of("registry.figure.range ERROR PRIMARY.pupils 0 – 10000"),
                found(SchoolKind.PRIMARY, "PRIMARY.pupils", "10001"));
    }

    @Test
    void a_value_refused_for_itself_says_nothing_of_others() {
        assertEquals(
                List.of("registry.figure.range ERROR PRIMARY.teachers 0 – 10000"),
                found(SchoolKind.PRIMARY, "PRIMARY.teachers", "-3", "PRIMARY.teachersAboveDegree", "5"));
        assertEquals(
                List.of("registry.figure.range ERROR PRIMARY.pupils 0 – 10000"),
                found(
                        SchoolKind.PRIMARY,
                        "PRIMARY.pupils",
                        "20000",
                        "PRIMARY.classes",
                        "4",
                        "PRIMARY.largestClass",
                        "50"));
        assertEquals(
                List.of("registry.figure.range"),
                rules
                        .check(
                                SchoolKind.PRIMARY,
                                Map.of("PRIMARY.pupils", new BigDecimal("20000")),
                                Map.of("PRIMARY.pupils", new BigDecimal("20000")),
                                Map.of("PRIMARY.pupils", new BigDecimal("300")))
                        .stream()
                        .map(FigureRules.Finding::rule)
                        .toList());
    }

    @Test
    void numbers_are_shown_short() {
        assertEquals("1e400", FigureRules.plain(new BigDecimal("1e400")));
        assertEquals("1.23456789012e24", FigureRules.plain(new BigDecimal("1234567890123456789012345")));
        assertEquals("-1e-30", FigureRules.plain(new BigDecimal("-1e-30")));
        assertEquals("0.333333333333", FigureRules.plain(new BigDecimal("0.33333333333333333333")));
        assertEquals("123456789012345678", FigureRules.plain(new BigDecimal("123456789012345678.00")));
        assertEquals("4000", FigureRules.plain(new BigDecimal("4e3")));
        assertEquals("0", FigureRules.plain(new BigDecimal("0e500")));
    }

    @Test
    void a_stage_the_school_does_not_teach_takes_only_zero() {
        assertEquals(
                List.of("registry.figure.stage ERROR JUNIOR.pupils "), found(SchoolKind.PRIMARY, "JUNIOR.pupils", "5"));
        assertEquals(List.of(), found(SchoolKind.PRIMARY, "JUNIOR.pupils", "0"));
    }

    @Test
    void pupils_need_classes_and_classes_must_hold_them() {
        assertEquals(
                List.of("registry.figure.noClasses ERROR PRIMARY.classes ≥ 1"),
                found(SchoolKind.PRIMARY, "PRIMARY.pupils", "30", "PRIMARY.classes", "0"));
        assertEquals(
                List.of("registry.figure.classSum ERROR PRIMARY.largestClass ≥ 34"),
                found(
                        SchoolKind.PRIMARY,
                        "PRIMARY.pupils",
                        "100",
                        "PRIMARY.classes",
                        "3",
                        "PRIMARY.largestClass",
                        "33"));
    }

    @Test
    void class_figures_that_only_the_register_knows_are_asked_about_not_refused() {
        Map<String, BigDecimal> given = Map.of("PRIMARY.pupils", new BigDecimal("340"));
        Map<String, BigDecimal> merged = Map.of(
                "PRIMARY.pupils",
                new BigDecimal("340"),
                "PRIMARY.classes",
                new BigDecimal("3"),
                "PRIMARY.largestClass",
                new BigDecimal("48"));
        assertEquals(
                List.of("registry.figure.classSumStored CONFIRM PRIMARY.pupils"),
                rules.check(SchoolKind.PRIMARY, given, merged, Map.of()).stream()
                        .map(f -> f.rule() + " " + f.severity() + " " + f.key())
                        .toList());
    }

    @Test
    void a_jump_beyond_the_limit_is_asked_about_and_one_at_the_limit_is_not() {
        Map<String, BigDecimal> last = Map.of("PRIMARY.pupils", new BigDecimal("100"));
        assertEquals(List.of(), check(SchoolKind.PRIMARY, Map.of("PRIMARY.pupils", new BigDecimal("150")), last));
        assertEquals(
                List.of("registry.figure.jump CONFIRM PRIMARY.pupils "),
                check(SchoolKind.PRIMARY, Map.of("PRIMARY.pupils", new BigDecimal("151")), last));
        assertEquals(
                List.of("registry.figure.jump CONFIRM PRIMARY.pupils "),
                check(SchoolKind.PRIMARY, Map.of("PRIMARY.pupils", new BigDecimal("49")), last));
    }

    @Test
    void a_few_pupils_more_at_a_tiny_point_are_no_jump() {
        Map<String, BigDecimal> last = Map.of("PRIMARY.pupils", new BigDecimal("6"));
        assertEquals(List.of(), check(SchoolKind.TEACHING_POINT, Map.of("PRIMARY.pupils", new BigDecimal("11")), last));
    }

    private List<String> found(SchoolKind kind, String... given) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (int i = 0; i < given.length; i += 2) {
            values.put(given[i], new BigDecimal(given[i + 1]));
        }
        return check(kind, values, Map.of());
    }

    private List<String> check(SchoolKind kind, Map<String, BigDecimal> values, Map<String, BigDecimal> last) {
        return rules.check(kind, values, values, last).stream()
                .map(f -> f.rule() + " " + f.severity() + " " + f.key() + " " + f.expected())
                .toList();
    }

    private static Fact fact(String code, Fact.Level level, Fact.Type type, String jump, String bound) {
        return new Fact(
                code,
                code,
                code,
                level,
                type,
                "",
                "",
                BigDecimal.ZERO,
                BigDecimal.valueOf(10_000),
                jump == null ? null : new BigDecimal(jump),
                bound,
                List.of());
    }
}
