package org.dudao.kernel.formula;

import static com.ezylang.evalex.operators.OperatorIfc.OPERATOR_PRECEDENCE_ADDITIVE;

import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.FunctionIfc;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.CeilingFunction;
import com.ezylang.evalex.functions.basic.CoalesceFunction;
import com.ezylang.evalex.functions.basic.FloorFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.functions.basic.RoundFunction;
import com.ezylang.evalex.functions.basic.SumFunction;
import com.ezylang.evalex.functions.basic.SwitchFunction;
import com.ezylang.evalex.functions.string.StringContains;
import com.ezylang.evalex.functions.string.StringFormatFunction;
import com.ezylang.evalex.functions.string.StringLeftFunction;
import com.ezylang.evalex.functions.string.StringLengthFunction;
import com.ezylang.evalex.functions.string.StringRightFunction;
import com.ezylang.evalex.functions.string.StringSubstringFunction;
import com.ezylang.evalex.functions.string.StringTrimFunction;
import com.ezylang.evalex.functions.string.StringUpperFunction;
import com.ezylang.evalex.operators.InfixOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.parser.Token;
import java.math.MathContext;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The dialect: EvalEx over a closed list of functions, decimal arithmetic, no arrays. A missing operand makes the result
 * missing, never zero.
 */
public final class Dialect {
    private static final ExpressionConfiguration FLAT = ExpressionConfiguration.builder()
            .functionDictionary(functions())
            .defaultConstants(constants())
            .mathContext(MathContext.DECIMAL128)
            .implicitMultiplicationAllowed(false)
            .arraysAllowed(false)
            .structuresAllowed(false)
            .build()
            .withAdditionalOperators(Map.entry("+", new MissingAwarePlus()));

    private static final ExpressionConfiguration DOTTED =
            FLAT.toBuilder().structuresAllowed(true).build();

    /** EvalEx joins a number and a null as text; here a missing operand makes the sum missing. */
    @InfixOperator(precedence = OPERATOR_PRECEDENCE_ADDITIVE)
    private static final class MissingAwarePlus extends InfixPlusOperator {
        @Override
        public EvaluationValue evaluate(Expression expression, Token operator, EvaluationValue... operands) {
            return operands[0].isNullValue() || operands[1].isNullValue()
                    ? EvaluationValue.NULL_VALUE
                    : super.evaluate(expression, operator, operands);
        }
    }

    /** A width or precision of a thousand million is a valid format and would fill the memory. */
    @FunctionParameter(name = "format")
    @FunctionParameter(name = "arguments", isVarArg = true)
    private static final class ShortFormat extends StringFormatFunction {
        private static final Pattern WIDE = Pattern.compile("%[^%a-zA-Z]*[0-9]{3,}");

        @Override
        public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values) {
            if (WIDE.matcher(values[0].getStringValue()).find()) {
                throw new IllegalArgumentException("a width of more than two digits");
            }
            return super.evaluate(expression, token, values);
        }
    }

    private Dialect() {}

    /** A formula over plain names, such as the columns of a sheet. */
    public static Expression overNames(String text) {
        return new Expression(text, FLAT);
    }

    /** A formula over dotted names, such as fact keys ({@code PRIMARY.pupils}). */
    public static Expression overDottedNames(String text) {
        return new Expression(text, DOTTED);
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
        Map<String, FunctionIfc> allowed = Map.ofEntries(
                Map.entry("IF", new IfFunction()),
                Map.entry("SWITCH", new SwitchFunction()),
                Map.entry("COALESCE", new CoalesceFunction()),
                Map.entry("SUM", new SumFunction()),
                Map.entry("MIN", new MinFunction()),
                Map.entry("MAX", new MaxFunction()),
                Map.entry("ABS", new AbsFunction()),
                Map.entry("ROUND", new RoundFunction()),
                Map.entry("FLOOR", new FloorFunction()),
                Map.entry("CEILING", new CeilingFunction()),
                Map.entry("STR_LEFT", new StringLeftFunction()),
                Map.entry("STR_RIGHT", new StringRightFunction()),
                Map.entry("STR_SUBSTRING", new StringSubstringFunction()),
                Map.entry("STR_LENGTH", new StringLengthFunction()),
                Map.entry("STR_CONTAINS", new StringContains()),
                Map.entry("STR_UPPER", new StringUpperFunction()),
                Map.entry("STR_TRIM", new StringTrimFunction()),
                Map.entry("STR_FORMAT", new ShortFormat()));
        allowed.forEach(functions::addFunction);
        return functions;
    }

    private static Map<String, EvaluationValue> constants() {
        Map<String, EvaluationValue> constants = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        constants.put("TRUE", EvaluationValue.TRUE);
        constants.put("FALSE", EvaluationValue.FALSE);
        constants.put("NULL", EvaluationValue.NULL_VALUE);
        return constants;
    }
}
