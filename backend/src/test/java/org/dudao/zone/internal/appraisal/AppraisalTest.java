package org.dudao.zone.internal.appraisal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.zone.internal.appraisal.AppraisalScore.Missing;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.report.MonthlyReport;
import org.junit.jupiter.api.Test;

class AppraisalTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);

    private static AppraisalScale scale(int... weights) {
        Map<String, Integer> values = new HashMap<>();
        for (AppraisalMeasure m : AppraisalMeasure.values()) {
            values.put(m.weight(), weights[m.ordinal()]);
        }
        values.put("APPRAISAL_OFFICE_SHARE", 40);
        values.put("APPRAISAL_EXCELLENT", 90);
        values.put("APPRAISAL_COMPETENT", 70);
        values.put("APPRAISAL_BASIC", 60);
        return new AppraisalScale(values);
    }

    private static final AppraisalScale USUAL = scale(20, 25, 15, 15, 10, 15);

    private static AppraisalFigures.Month month(int schools, int visited, MonthlyReport.State report) {
        List<AppraisalFigures.MissedSchool> missed = java.util.stream.IntStream.range(visited, schools)
                .mapToObj(n -> new AppraisalFigures.MissedSchool(new UUID(0, n), "学校" + n))
                .toList();
        return new AppraisalFigures.Month("2026-09", FIRST, LAST, schools, visited, missed, report);
    }

    private static AppraisalFigures figures(
            int planned,
            int done,
            List<AppraisalFigures.Month> months,
            int found,
            int due,
            int closed,
            String hours,
            String view) {
        return new AppraisalFigures(
                FIRST,
                LAST,
                new Progress.Counts(planned, done, done, 0, 0, 0, 0, null),
                true,
                months,
                found,
                due,
                closed,
                new BigDecimal(hours),
                40,
                view == null ? 2 : 3,
                view == null ? 0 : 3,
                3,
                view == null ? null : new BigDecimal(view));
    }

    private static final AppraisalFigures WHOLE = figures(
            10,
            9,
            List.of(month(5, 5, MonthlyReport.State.ACCEPTED), month(5, 4, MonthlyReport.State.DRAFT)),
            6,
            4,
            3,
            "50",
            "4.50");

    @Test
    void the_mark_weighs_what_was_counted() {
        AppraisalScore score = AppraisalScore.of(WHOLE, USUAL, null);
        assertEquals(
                List.of("90.0", "90.0", "75.0", "100.0", "50.0", "90.0"),
                score.parts().stream().map(p -> p.value().toPlainString()).toList());
        // (20·90 + 25·90 + 15·75 + 15·100 + 10·50 + 15·90) / 100
        assertEquals(new BigDecimal("85.3"), score.counted());
        assertEquals(100, score.weighed());
        assertNull(score.total());
        assertNull(score.suggested());
    }

    @Test
    void training_beyond_what_is_asked_counts_as_all() {
        assertEquals(
                new BigDecimal("100.0"),
                AppraisalScore.of(WHOLE, USUAL, null).parts().get(3).value());
    }

    @Test
    void what_was_found_and_still_has_time_is_neither_closed_nor_missed() {
        AppraisalFigures early = figures(0, 0, List.of(), 2, 0, 0, "20", null);
        AppraisalScore.Part closure =
                AppraisalScore.of(early, USUAL, null).parts().get(2);
        assertNull(closure.value());
        assertEquals(Missing.NOT_DUE, closure.missing());
    }

    @Test
    void a_figure_there_is_none_of_leaves_the_others_to_weigh_the_more() {
        AppraisalFigures bare = figures(0, 0, List.of(), 0, 0, 0, "20", null);
        AppraisalScore score = AppraisalScore.of(bare, USUAL, null);
        assertEquals(new BigDecimal("50.0"), score.counted());
        assertEquals(15, score.weighed());
        assertEquals(
                java.util.Arrays.asList(
                        Missing.NO_PLAN,
                        Missing.NO_MONTH,
                        Missing.NO_FINDING,
                        null,
                        Missing.NO_MONTH,
                        Missing.FEW_ANSWERS),
                score.parts().stream().map(AppraisalScore.Part::missing).toList());
    }

    @Test
    void a_weight_of_nothing_leaves_a_figure_out() {
        AppraisalScore score = AppraisalScore.of(WHOLE, scale(0, 0, 0, 0, 10, 0), null);
        assertEquals(new BigDecimal("50.0"), score.counted());
        assertNull(AppraisalScore.of(WHOLE, scale(0, 0, 0, 0, 0, 0), null).counted());
    }

    @Test
    void the_offices_mark_has_its_share_of_the_total() {
        AppraisalScore score = AppraisalScore.of(WHOLE, USUAL, 95);
        // 0.6 · 85.3 + 0.4 · 95
        assertEquals(new BigDecimal("89.2"), score.total());
        assertEquals(AppraisalGrade.COMPETENT, score.suggested());
        AppraisalScore without = AppraisalScore.of(WHOLE, scale(0, 0, 0, 0, 0, 0), 95);
        assertEquals(new BigDecimal("95.0"), without.total());
    }

    @Test
    void a_total_on_the_cut_off_reaches_the_grade() {
        assertEquals(AppraisalGrade.EXCELLENT, USUAL.grade(new BigDecimal("90.0")));
        assertEquals(AppraisalGrade.COMPETENT, USUAL.grade(new BigDecimal("89.9")));
        assertEquals(AppraisalGrade.BASIC, USUAL.grade(new BigDecimal("60.0")));
        assertEquals(AppraisalGrade.INCOMPETENT, USUAL.grade(new BigDecimal("59.9")));
    }
}
