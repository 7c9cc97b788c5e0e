package org.dudao.zone.internal.innovation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.json.Documents;
import org.dudao.zone.internal.innovation.InnovationCheck.Condition;
import org.dudao.zone.internal.innovation.InnovationCheck.HandAnswer;
import org.dudao.zone.internal.innovation.InnovationCheck.Measured;
import org.dudao.zone.internal.innovation.InnovationCheck.Outcome;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters.Parameter;
import org.dudao.zone.internal.plan.Semester;
import org.junit.jupiter.api.Test;

class InnovationJudgingTest {
    private static final IndexSystemDocument FRAME =
            Documents.shipped("/indexsystem/systems/INNOVATION_COUNTY.json", IndexSystemDocument.class);

    private static List<InnovationRow> rows(int met, int missed) {
        List<InnovationRow> rows = new ArrayList<>();
        for (int i = 0; i < met + missed; i++) {
            rows.add(new InnovationRow(
                    InnovationRow.Kind.SCHOOL, UUID.randomUUID(), "学校" + i, null, null, null, i < met));
        }
        return rows;
    }

    private static Map<String, Parameter> standards(int share) {
        Map<String, Parameter> standards = new HashMap<>();
        for (InnovationMeasure m : InnovationMeasure.values()) {
            int value = m.shape() == InnovationMeasure.Shape.NUMBER ? 1 : share;
            standards.put(
                    m.standard(), new Parameter(m.standard(), LocalDate.of(2015, 3, 17), value, "依据", false, true));
        }
        return standards;
    }

    private static Measured share(int met, int missed, int standard) {
        return InnovationJudging.measured(InnovationMeasure.COVERAGE, rows(met, missed), standards(standard));
    }

    @Test
    void what_is_lacking_is_told_in_things_and_in_points() {
        Measured m = share(2, 1, 100);
        assertEquals(new BigDecimal("66.6"), m.value(), "never more than was reached");
        assertEquals(1, m.missing());
        assertEquals(new BigDecimal("33.4"), m.missingPoints());
    }

    @Test
    void a_share_is_compared_unrounded() {
        // 949 of 1000 shows 94.9 %, 9496 of 10000 shows 94.9 % too and lacks four things
        assertEquals(4, share(9496, 504, 95).missing());
        assertEquals(new BigDecimal("0.1"), share(9496, 504, 95).missingPoints());
        assertEquals(0, share(95, 5, 95).missing());
        assertEquals(new BigDecimal("0.0"), share(95, 5, 95).missingPoints());
    }

    @Test
    void nothing_to_count_is_not_measurable_rather_than_zero() {
        Measured m = share(0, 0, 100);
        assertNull(m.value());
        assertNull(m.missing());
        assertNull(m.missingPoints());
    }

    @Test
    void no_key_points_are_none_and_one_set_is_lacking() {
        Measured m = InnovationJudging.measured(InnovationMeasure.KEY_POINTS, List.of(), standards(100));
        assertEquals(BigDecimal.ZERO, m.value());
        assertEquals(1, m.missing());
        assertNull(m.missingPoints());
    }

    @Test
    void a_condition_is_missed_by_one_point_and_open_while_a_point_is() {
        Map<InnovationMeasure, List<InnovationRow>> all =
                Arrays.stream(InnovationMeasure.values()).collect(Collectors.toMap(m -> m, m -> rows(3, 0)));
        all.put(InnovationMeasure.LOAD, rows(2, 1));
        all.put(InnovationMeasure.COSTS, List.of());
        Map<String, HandAnswer> answers = new HashMap<>();
        for (String item : List.of("1.1", "1.2", "2.1", "5.1", "6.1", "8.1", "8.2")) {
            answers.put(item, new HandAnswer(true, null, List.of(), "周知夏", Instant.EPOCH));
        }
        answers.put("8.2", new HandAnswer(false, "尚未公开", List.of(), "周知夏", Instant.EPOCH));
        List<Condition> conditions = InnovationJudging.judge(FRAME, all, standards(100), answers);
        assertEquals(
                List.of(
                        Outcome.OPEN, // 1.3 is not answered
                        Outcome.MET,
                        Outcome.SHORT, // LOAD
                        Outcome.MET,
                        Outcome.OPEN, // COSTS are not measurable
                        Outcome.MET,
                        Outcome.MET,
                        Outcome.SHORT), // answered no
                conditions.stream().map(Condition::outcome).toList());
        assertEquals(new InnovationCheck.Tally(4, 2, 2, 1), InnovationJudging.tally(conditions));
    }

    @Test
    void every_measure_has_its_place_in_the_shipped_conditions_and_its_standard_among_the_parameters() {
        assertEquals(8, FRAME.nodes().size());
        List<String> asked = FRAME.nodes().stream()
                .flatMap(InnovationJudgingTest::leaves)
                .map(n -> n.item().count())
                .filter(c -> c != null)
                .sorted()
                .toList();
        assertEquals(
                Arrays.stream(InnovationMeasure.values())
                        .map(InnovationMeasure::source)
                        .sorted()
                        .toList(),
                asked);
        assertEquals(
                Arrays.stream(InnovationMeasure.values())
                        .map(InnovationMeasure::standard)
                        .toList(),
                ParameterCodes.INNOVATION.stream().sorted(this::asDeclared).toList());
    }

    private int asDeclared(String a, String b) {
        List<String> codes = Arrays.stream(InnovationMeasure.values())
                .map(InnovationMeasure::standard)
                .toList();
        return Integer.compare(codes.indexOf(a), codes.indexOf(b));
    }

    private static Stream<IndexNode> leaves(IndexNode node) {
        return node.leaf() ? Stream.of(node) : node.children().stream().flatMap(InnovationJudgingTest::leaves);
    }

    @Test
    void only_months_of_term_that_are_over_are_counted() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        List<Semester> terms = List.of(
                new Semester("990101", 2026, Semester.Half.AUTUMN, day(9, 1), LocalDate.of(2027, 1, 22), 1),
                new Semester("990101", 2025, Semester.Half.SPRING, day(3, 1), day(7, 10), 1));
        InnovationYear year = InnovationYear.of(2026, today, terms, Set.of(day(4, 6)), 10);
        assertEquals(today, year.day());
        assertEquals(
                Stream.of(3, 4, 5, 6, 7, 9, 10).map(m -> YearMonth.of(2026, m)).toList(), year.months());
        assertEquals(
                Stream.of(3, 4, 5, 6, 9, 10).map(m -> YearMonth.of(2026, m)).toList(),
                InnovationYear.of(2026, today, terms, Set.of(), 11).months(),
                "ten days of July are no month when eleven are asked for");
        assertTrue(InnovationYear.of(2025, today, terms, Set.of(), 10).months().isEmpty());
        assertEquals(
                LocalDate.of(2025, 12, 31),
                InnovationYear.of(2025, today, terms, Set.of(), 10).day());
    }

    private static LocalDate day(int month, int day) {
        return LocalDate.of(2026, month, day);
    }
}
