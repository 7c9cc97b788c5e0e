package org.dudao.balance.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Parameter;
import org.dudao.balance.internal.engine.FrameworkInvalid;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.kernel.error.FieldError;
import org.dudao.registry.Fact;
import org.dudao.registry.FactKeys;

/**
 * What a draft must be before it is stored or published: what {@link Rules} needs to compute, facts that exist, and what
 * a reader needs to understand it. Stricter than {@code Rules}, which must go on reading every version ever published.
 */
final class FrameworkChecks {
    private static final String THRESHOLD = "threshold.";

    private final FrameworkDocument document;
    private final Map<String, Fact> facts;
    private final List<FieldError> errors = new ArrayList<>();

    private FrameworkChecks(FrameworkDocument document, List<Fact> catalogue) {
        this.document = document;
        this.facts = catalogue.stream().collect(Collectors.toMap(Fact::code, Function.identity()));
    }

    /** Every fault of the document, by field; empty when it may be stored. */
    static List<FieldError> of(FrameworkDocument document, List<Fact> catalogue) {
        FrameworkChecks checks = new FrameworkChecks(document, catalogue);
        try {
            Rules.of(document);
        } catch (FrameworkInvalid e) {
            e.faults().forEach(f -> checks.add(f.field(), f.code()));
        }
        checks.indicators();
        checks.parameters();
        return checks.errors.stream().distinct().toList();
    }

    private void add(String field, String fault) {
        errors.add(FieldError.of(field, "balance.framework.fault." + fault));
    }

    private void text(String field, String text, int longest) {
        if (text == null || text.isBlank()) {
            add(field, "REQUIRED");
        } else if (text.length() > longest) {
            add(field, "OUT_OF_RANGE");
        }
    }

    private void indicators() {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < document.indicators().size(); i++) {
            Indicator indicator = document.indicators().get(i);
            String at = "indicators[" + i + "].";
            text(at + "nameZh", indicator.nameZh(), 100);
            text(at + "nameEn", indicator.nameEn(), 200);
            text(at + "unitZh", indicator.unitZh(), 20);
            text(at + "unitEn", indicator.unitEn(), 40);
            text(at + "source", indicator.source(), 200);
            text(at + "confidence", indicator.confidence(), 10);
            if (indicator.decimals() < 0 || indicator.decimals() > 6) {
                add(at + "decimals", "OUT_OF_RANGE");
            }
            if (indicator.number() < 1) {
                add(at + "number", "OUT_OF_RANGE");
            } else if (!numbers.add(indicator.number())) {
                add(at + "number", "DUPLICATE");
            }
            terms(indicator, at);
        }
    }

    private void terms(Indicator indicator, String at) {
        Fact.Level level = indicator.shared() ? Fact.Level.SCHOOL : Fact.Level.STAGE;
        Set<String> seen = new HashSet<>();
        for (int t = 0; t < indicator.numerator().size(); t++) {
            String code = indicator.numerator().get(t).fact();
            String field = at + "numerator[" + t + "].fact";
            Fact fact = facts.get(code);
            if (fact == null || fact.level() != level) {
                errors.add(FieldError.of(field, "balance.framework.fact", code));
            } else if (code.equals(FactKeys.PUPILS)) {
                // pupils per pupil is 1 everywhere
                add(field, "NOT_ALLOWED");
            } else if (!seen.add(code)) {
                add(field, "DUPLICATE");
            }
        }
    }

    private void parameters() {
        Set<String> indicators =
                document.indicators().stream().map(Indicator::code).collect(Collectors.toSet());
        for (Parameter parameter : document.parameters()) {
            String at = "parameters[" + parameter.code() + "].";
            text(at + "nameZh", parameter.nameZh(), 200);
            text(at + "nameEn", parameter.nameEn(), 300);
            text(at + "source", parameter.source(), 200);
            text(at + "confidence", parameter.confidence(), 10);
            if (parameter.type() == null) {
                add(at + "type", "REQUIRED");
            }
            if (parameter.effectiveFrom() == null) {
                add(at + "effectiveFrom", "REQUIRED");
            }
            if (parameter.code() != null && parameter.code().startsWith(THRESHOLD)) {
                String[] parts = parameter.code().split("\\.", -1);
                boolean known = parts.length == 3
                        && indicators.contains(parts[1])
                        && Rules.STAGES.stream().anyMatch(s -> s.name().equals(parts[2]));
                if (!known) {
                    // a standard nothing is held against would read like a rule
                    add(at + "value", "UNKNOWN");
                }
            }
        }
    }
}
