package org.dudao.registry.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dudao.kernel.sheet.SheetRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColumnPlanTest {
    private static final List<SheetHeader> HEADERS =
            List.of(new SheetHeader("A", "a", null, List.of()), new SheetHeader("B", "b", null, List.of()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a + b",
                "a - b",
                "a * b",
                "a / b",
                "-b",
                "ROUND(b, 0)",
                "a + b * 2",
                "SUM(a, b)",
                "IF(b > 1, 1, 2)"
            })
    void a_blank_column_makes_the_result_missing(String formula) {
        assertEquals(new ColumnPlan.Cell("", false), read(formula, "3", "无"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a * NULL",
                "a - NULL",
                "a / (b - 4)",
                "ROUND(NULL, 1) + a",
                "SUM(NULL, a)",
                "STR_SUBSTRING(\"x\", 5, 9)"
            })
    void a_failure_without_a_blank_column_is_the_formulas(String formula) {
        assertEquals(new ColumnPlan.Cell("", true), read(formula, "3", "4"));
    }

    @Test
    void a_blank_column_the_formula_does_not_use_excuses_nothing() {
        assertEquals(new ColumnPlan.Cell("", true), read("ABS(NULL) + a", "3", ""));
    }

    @Test
    void a_formula_is_computed_exactly() {
        assertEquals(new ColumnPlan.Cell("0.3", false), read("a + b", "0.1", "0.2"));
    }

    private static ColumnPlan.Cell read(String formula, String... cells) {
        ColumnPlan plan = new ColumnPlan(List.of(new ColumnMapping("computers", formula)), HEADERS);
        return plan.read("computers", new SheetRow(2, List.of(cells)));
    }
}
