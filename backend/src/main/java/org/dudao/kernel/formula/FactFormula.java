package org.dudao.kernel.formula;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.parser.ASTNode;
import com.ezylang.evalex.parser.ParseException;
import com.ezylang.evalex.parser.Token.TokenType;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A formula over fact keys, e.g. {@code PRIMARY.pupils / PRIMARY.teachers} or {@code books / (PRIMARY.pupils +
 * JUNIOR.pupils)}. Immutable and safe to share.
 */
public final class FactFormula {
    /** A text that is no formula. */
    public static final class Invalid extends Exception {
        private static final long serialVersionUID = 1L;
        private final int position;

        Invalid(String message, int position) {
            super(message);
            this.position = position;
        }

        /** Where reading stopped, from 1. */
        public int position() {
            return position;
        }
    }

    /**
     * @param value null when it could not be computed
     * @param missing names the formula uses that have no value; empty with a null value means a failure such as a
     *     division by zero
     */
    public record Result(BigDecimal value, List<String> missing) {}

    private final String text;
    private final SortedSet<String> names = new TreeSet<>();

    private FactFormula(String text, ASTNode tree) {
        this.text = text;
        collect(tree);
    }

    /** @throws Invalid when the text cannot be read as a formula */
    public static FactFormula parse(String text) throws Invalid {
        Expression expression = Dialect.overDottedNames(text);
        try {
            expression.validate();
            return new FactFormula(text, expression.getAbstractSyntaxTree());
        } catch (ParseException e) {
            throw new Invalid(e.getMessage(), e.getStartPosition());
        }
    }

    /** The names it refers to, sorted. */
    public SortedSet<String> names() {
        return Collections.unmodifiableSortedSet(names);
    }

    /** @param known values by name; a name that is absent or null is missing, never zero */
    public Result value(Map<String, BigDecimal> known) {
        List<String> missing = names.stream().filter(n -> known.get(n) == null).toList();
        Expression expression = Dialect.overDottedNames(text);
        Map<String, Map<String, BigDecimal>> structures = new HashMap<>();
        for (String name : names) {
            int dot = name.indexOf('.');
            if (dot < 0) {
                expression.with(name, known.get(name));
            } else {
                structures
                        .computeIfAbsent(name.substring(0, dot), k -> new HashMap<>())
                        .put(name.substring(dot + 1), known.get(name));
            }
        }
        structures.forEach(expression::with);
        try {
            EvaluationValue value = expression.evaluate();
            return new Result(value.isNumberValue() ? value.getNumberValue() : null, missing);
        } catch (EvaluationException | ParseException | RuntimeException e) {
            // EvalEx ends in many ways on a null operand and on a division by zero; either way there is no value
            return new Result(null, missing);
        }
    }

    private void collect(ASTNode node) {
        if (node.getToken().getType() == TokenType.STRUCTURE_SEPARATOR) {
            names.add(node.getParameters().get(0).getToken().getValue()
                    + "."
                    + node.getParameters().get(1).getToken().getValue());
            return;
        }
        if (node.getToken().getType() == TokenType.VARIABLE_OR_CONSTANT
                && !List.of("TRUE", "FALSE", "NULL")
                        .contains(node.getToken().getValue().toUpperCase(java.util.Locale.ROOT))) {
            names.add(node.getToken().getValue());
        }
        node.getParameters().forEach(this::collect);
    }
}
