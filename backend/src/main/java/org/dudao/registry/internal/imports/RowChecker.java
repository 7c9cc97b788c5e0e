package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.FigureRules.Severity;

/** Checks rows batch by batch; what both kinds of import share. */
abstract class RowChecker {
    static final Pattern SCHOOL_CODE = Pattern.compile("[0-9]{10}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NOTE =
            Pattern.compile("^(注|备注|说明|填表|制表|审核|负责人|单位|合计|总计|小计|数据来源|note|total|remark).*", Pattern.CASE_INSENSITIVE);
    private static final int NOTE_CELLS = 2;
    private static final int LONGEST_NUMBER = 20;

    final ColumnPlan plan;
    private final Map<Integer, String> headers = new HashMap<>();

    RowChecker(ColumnPlan plan, List<SheetHeader> headers) {
        this.plan = plan;
        headers.forEach(h -> this.headers.put(ColumnPlan.columnOf(h.column()), h.header()));
    }

    /** Checks a batch of rows that are neither blank nor notes. */
    abstract void check(List<SheetRow> rows, CheckResult result);

    /** Takes rows as they stand in the file; blank ones are passed over, notes are passed over and told. */
    final void accept(List<SheetRow> rows, CheckResult result) {
        List<SheetRow> data = new ArrayList<>(rows.size());
        for (SheetRow row : rows) {
            long filled = row.filled();
            if (filled == 0) {
                continue;
            }
            if (isNote(row, filled)) {
                result.skipped++;
                result.problem(new RowProblem(
                        row.number(),
                        -1,
                        "",
                        "registry.import.noteSkipped",
                        Severity.WARNING,
                        firstText(row),
                        "",
                        List.of()));
            } else {
                data.add(row);
            }
        }
        check(data, result);
    }

    private boolean isNote(SheetRow row, long filled) {
        if (DIGITS.matcher(plan.text(ImportTargets.CODE, row)).matches()) {
            return false;
        }
        return filled <= NOTE_CELLS || NOTE.matcher(firstText(row)).matches();
    }

    private static String firstText(SheetRow row) {
        return row.cells().stream()
                .map(CellText::clean)
                .filter(c -> !c.isEmpty())
                .findFirst()
                .orElse("");
    }

    final RowProblem problem(
            SheetRow row, String target, String rule, Severity severity, String expected, Object... params) {
        int column = plan.column(target);
        return new RowProblem(
                row.number(),
                column,
                header(column, target),
                rule,
                severity,
                shown(plan.text(target, row)),
                expected,
                java.util.Arrays.stream(params).map(String::valueOf).toList());
    }

    private static String shown(String text) {
        return text.length() > LONGEST_NUMBER && DIGITS.matcher(text).matches()
                ? FigureRules.plain(new BigDecimal(text))
                : text;
    }

    final String header(int column, String target) {
        return headers.getOrDefault(column, plan.expression(target));
    }
}
