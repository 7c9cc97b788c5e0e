package org.dudao.registry.internal.imports;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ParseException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.formula.Dialect;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;

/**
 * How each target's text is got from a row: straight from a column, or by a formula over columns in the {@link Dialect};
 * a blank operand makes the result missing, never zero.
 */
final class ColumnPlan {
    /** The text of a target in a row; {@code failed} when a formula could not be computed. */
    record Cell(String text, boolean failed) {}

    private interface Source {
        Cell read(SheetRow row);
    }

    private final Map<String, Integer> columns = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();
    private final Map<String, String> expressions = new HashMap<>();

    /**
     * @param mappings target → expression
     * @param headers the file's columns
     * @throws Problem 422 naming the target whose formula is wrong, and why
     */
    ColumnPlan(List<ColumnMapping> mappings, List<SheetHeader> headers) {
        Map<String, Integer> byHeader = new HashMap<>();
        Map<String, Integer> variables = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (SheetHeader header : headers) {
            int column = columnOf(header.column());
            byHeader.putIfAbsent(header.header(), column);
            variables.put("col_" + header.column(), column);
            if (header.header().matches("[\\p{L}_][\\p{L}\\p{N}_]*")) {
                variables.putIfAbsent(header.header(), column);
            }
        }
        for (ColumnMapping mapping : mappings) {
            Integer column = byHeader.get(mapping.expression());
            if (column == null) {
                column = variables.get(mapping.expression());
            }
            if (column != null) {
                int at = column;
                columns.put(mapping.target(), at);
                sources.put(mapping.target(), row -> new Cell(CellText.clean(row.cell(at)), false));
            } else {
                formula(mapping, variables);
            }
            expressions.put(mapping.target(), mapping.expression());
        }
    }

    boolean has(String target) {
        return sources.containsKey(target);
    }

    Iterable<String> targets() {
        return sources.keySet();
    }

    /** The column a problem with the target is marked in; the first one of a formula. */
    int column(String target) {
        return columns.getOrDefault(target, 0);
    }

    Cell read(String target, SheetRow row) {
        Source source = sources.get(target);
        return source == null ? new Cell("", false) : source.read(row);
    }

    String text(String target, SheetRow row) {
        return read(target, row).text();
    }

    String expression(String target) {
        return expressions.getOrDefault(target, "");
    }

    private void formula(ColumnMapping mapping, Map<String, Integer> variables) {
        Map<String, Integer> used = new HashMap<>();
        Expression expression = Dialect.overNames(mapping.expression());
        try {
            expression.validate();
            for (String name : expression.getUndefinedVariables()) {
                if (!"ROW".equalsIgnoreCase(name)) {
                    Integer column = variables.get(name);
                    if (column == null) {
                        throw Problem.unprocessable(
                                "registry.import.unknownColumn",
                                "columns." + mapping.target(),
                                mapping.expression(),
                                name);
                    }
                    used.put(name, column);
                }
            }
        } catch (ParseException e) {
            throw Problem.unprocessable(
                    "registry.import.badFormula",
                    "columns." + mapping.target(),
                    mapping.expression(),
                    e.getStartPosition());
        }
        used.values().stream().min(Integer::compare).ifPresent(c -> columns.put(mapping.target(), c));
        sources.put(mapping.target(), row -> evaluate(expression, used, row));
    }

    private static Cell evaluate(Expression expression, Map<String, Integer> used, SheetRow row) {
        expression.with("ROW", row.number());
        for (Map.Entry<String, Integer> variable : used.entrySet()) {
            String text = CellText.clean(row.cell(variable.getValue()));
            if (CellText.saysNothing(text)) {
                expression.with(variable.getKey(), null);
            } else {
                Optional<BigDecimal> number = CellText.number(text, "");
                expression.with(variable.getKey(), number.isPresent() ? number.get() : text);
            }
        }
        try {
            EvaluationValue value = expression.evaluate();
            if (value.isNullValue()) {
                return new Cell("", false);
            }
            return new Cell(
                    value.isNumberValue()
                            ? value.getNumberValue().stripTrailingZeros().toPlainString()
                            : value.getStringValue().strip(),
                    false);
        } catch (EvaluationException | ParseException | RuntimeException e) {
            // a null operand ends in exceptions of many kinds, and so does a wrong formula (text functions out of
            // bounds): only a column that really is blank makes the result missing
            boolean blank = used.values().stream().anyMatch(c -> CellText.saysNothing(CellText.clean(row.cell(c))));
            return new Cell("", !blank);
        }
    }

    static int columnOf(String letters) {
        int column = 0;
        for (char c : letters.toUpperCase(Locale.ROOT).toCharArray()) {
            column = column * 26 + (c - 'A' + 1);
        }
        return column - 1;
    }
}
