package org.dudao.balance.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Parameter;
import org.dudao.balance.internal.engine.FrameworkDocument.Term;
import org.dudao.balance.internal.engine.FrameworkInvalid.Fault;
import org.dudao.kernel.json.ModestNumbers;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/** Reads typed values out of a framework's parameters and collects every fault instead of stopping at the first. */
final class ParameterReader {
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,39}");

    private final Map<String, Parameter> parameters = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    ParameterReader(FrameworkDocument document) {
        for (Parameter parameter : document.parameters()) {
            if (parameter.code() == null || parameters.put(parameter.code(), parameter) != null) {
                faults.add(new Fault(path(parameter.code()), "DUPLICATE"));
            }
        }
        if (document.decision() == null) {
            faults.add(new Fault("decision", "REQUIRED"));
        }
        checkIndicators(document.indicators());
    }

    private void checkIndicators(List<Indicator> indicators) {
        if (indicators.isEmpty()) {
            faults.add(new Fault("indicators", "REQUIRED"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < indicators.size(); i++) {
            Indicator indicator = indicators.get(i);
            String at = "indicators[" + i + "]";
            if (indicator.code() == null || !CODE.matcher(indicator.code()).matches()) {
                faults.add(new Fault(at + ".code", "REQUIRED"));
            } else if (!seen.add(indicator.code())) {
                faults.add(new Fault(at + ".code", "DUPLICATE"));
            }
            if (indicator.per() != 1 && indicator.per() != 100) {
                faults.add(new Fault(at + ".per", "NOT_ALLOWED"));
            }
            if (!"pupils".equals(indicator.denominator())) {
                faults.add(new Fault(at + ".denominator", "NOT_ALLOWED"));
            }
            if (indicator.numerator().isEmpty()) {
                faults.add(new Fault(at + ".numerator", "REQUIRED"));
            }
            boolean additionInNumerator = false;
            for (int t = 0; t < indicator.numerator().size(); t++) {
                Term term = indicator.numerator().get(t);
                if (term.fact() == null || !CODE.matcher(term.fact()).matches()) {
                    faults.add(new Fault(at + ".numerator[" + t + "].fact", "REQUIRED"));
                } else {
                    additionInNumerator |= term.fact().equals(indicator.additionFact());
                }
                if (term.factor() == null || term.factor().signum() <= 0 || !ModestNumbers.isModest(term.factor())) {
                    faults.add(new Fault(at + ".numerator[" + t + "].factor", "OUT_OF_RANGE"));
                }
            }
            if (!additionInNumerator) {
                faults.add(new Fault(at + ".additionFact", "NOT_ALLOWED"));
            }
        }
    }

    private static String path(String code) {
        return "parameters[" + code + "].value";
    }

    private BigDecimal number(String code, boolean required) {
        Parameter parameter = parameters.get(code);
        if (parameter == null || !parameter.hasValue()) {
            if (required) {
                faults.add(new Fault(path(code), "REQUIRED"));
            }
            return null;
        }
        if (!parameter.value().isNumber()) {
            faults.add(new Fault(path(code), "NOT_A_NUMBER"));
            return null;
        }
        BigDecimal value = parameter.value().decimalValue();
        if (!ModestNumbers.isModest(value)) {
            faults.add(new Fault(path(code), "OUT_OF_RANGE"));
            return null;
        }
        return value;
    }

    BigDecimal positive(String code) {
        BigDecimal value = number(code, true);
        if (value != null && value.signum() <= 0) {
            faults.add(new Fault(path(code), "OUT_OF_RANGE"));
        }
        return value;
    }

    BigDecimal optionalNonNegative(String code) {
        BigDecimal value = number(code, false);
        if (value != null && value.signum() < 0) {
            faults.add(new Fault(path(code), "OUT_OF_RANGE"));
        }
        return value;
    }

    BigDecimal share(String code) {
        BigDecimal value = number(code, true);
        if (value != null && (value.signum() < 0 || value.compareTo(BigDecimal.ONE) > 0)) {
            faults.add(new Fault(path(code), "OUT_OF_RANGE"));
        }
        return value;
    }

    int integer(String code, int min, int max) {
        BigDecimal value = number(code, true);
        if (value == null) {
            return min;
        }
        if (value.stripTrailingZeros().scale() > 0
                || value.compareTo(BigDecimal.valueOf(min)) < 0
                || value.compareTo(BigDecimal.valueOf(max)) > 0) {
            faults.add(new Fault(path(code), "OUT_OF_RANGE"));
            return min;
        }
        return value.intValue();
    }

    boolean bool(String code) {
        Parameter parameter = parameters.get(code);
        if (parameter == null || parameter.value() == null || !parameter.value().isBoolean()) {
            faults.add(new Fault(path(code), "REQUIRED"));
            return false;
        }
        return parameter.value().booleanValue();
    }

    <E extends Enum<E>> E choice(String code, Class<E> type, E whenFaulty) {
        Parameter parameter = parameters.get(code);
        String text = parameter == null || parameter.value() == null
                ? ""
                : parameter.value().asText();
        for (E each : type.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        faults.add(new Fault(path(code), "NOT_ALLOWED"));
        return whenFaulty;
    }

    Set<SchoolKind> kinds(String code) {
        Set<SchoolKind> kinds = EnumSet.noneOf(SchoolKind.class);
        Parameter parameter = parameters.get(code);
        if (parameter == null || parameter.value() == null || !parameter.value().isArray()) {
            faults.add(new Fault(path(code), "REQUIRED"));
            return kinds;
        }
        for (JsonNode each : parameter.value()) {
            SchoolKind.ofCode(each.asText())
                    .ifPresentOrElse(kinds::add, () -> faults.add(new Fault(path(code), "UNKNOWN")));
        }
        return kinds;
    }

    /** Weights of a mixed kind; a kind without weights of its own (special schools) takes those of 十二年一贯制 (345). */
    Map<Stage, BigDecimal> weights(SchoolKind kind) {
        boolean own = kind.stages().stream().anyMatch(s -> parameters.containsKey("split." + kind.code() + "." + s));
        Map<Stage, BigDecimal> weights = new EnumMap<>(Stage.class);
        for (Stage stage : kind.stages()) {
            BigDecimal weight = positive("split." + (own ? kind.code() : SchoolKind.TWELVE_YEAR.code()) + "." + stage);
            weights.put(stage, weight == null ? BigDecimal.ONE : weight);
        }
        return weights;
    }

    void check() {
        if (!faults.isEmpty()) {
            throw new FrameworkInvalid(faults.stream().distinct().toList());
        }
    }
}
