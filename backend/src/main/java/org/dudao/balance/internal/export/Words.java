package org.dudao.balance.internal.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.IndicatorResult;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;

/** The words and number formats of one language. Numbers are rounded here and nowhere else. */
public final class Words {
    private final Locale locale;
    private final Map<String, Fact> facts = new HashMap<>();

    public Words(Locale locale, FactCatalogue catalogue) {
        this.locale = locale;
        catalogue.all().forEach(f -> facts.put(f.code(), f));
    }

    boolean chinese() {
        return !Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }

    /** Text of {@code balance.export.…}. */
    public String t(String key, Object... params) {
        return Messages.text(locale, "balance.export." + key, params);
    }

    /** Text of {@code balance.…}. */
    String of(String group, Object value) {
        return Messages.text(locale, "balance." + group + "." + value);
    }

    public String name(FrameworkDocument document) {
        return chinese() ? document.nameZh() : document.nameEn();
    }

    String name(FrameworkDocument.Indicator indicator) {
        return chinese() ? indicator.nameZh() : indicator.nameEn();
    }

    String unit(FrameworkDocument.Indicator indicator) {
        return chinese() ? indicator.unitZh() : indicator.unitEn();
    }

    String name(FrameworkDocument.Parameter parameter) {
        return chinese() ? parameter.nameZh() : parameter.nameEn();
    }

    /** Name of a figure by its key, e.g. {@code PRIMARY.pupils}. */
    String figure(String key) {
        int dot = key.indexOf('.');
        Fact fact = facts.get(dot < 0 ? key : key.substring(dot + 1));
        if (fact == null) {
            return key;
        }
        String name = chinese() ? fact.nameZh() : fact.nameEn();
        if (dot < 0) {
            return name;
        }
        String stage =
                switch (key.substring(0, dot)) {
                    case "PRIMARY" -> of("stage", "PRIMARY");
                    case "JUNIOR" -> of("stage", "JUNIOR");
                    default -> chinese() ? "高中" : "Senior";
                };
        return chinese() ? stage + name : stage + ": " + name;
    }

    String year(int year) {
        return t("schoolYear", "" + year, "" + (year + 1));
    }

    String day(Instant at) {
        return DateTimeFormatter.ofPattern(chinese() ? "yyyy年M月d日" : "d MMMM yyyy", locale)
                .withZone(ClockProducer.CHINA)
                .format(at);
    }

    String time(Instant at) {
        return DateTimeFormatter.ofPattern(chinese() ? "yyyy年M月d日 HH:mm" : "d MMMM yyyy HH:mm", locale)
                .withZone(ClockProducer.CHINA)
                .format(at);
    }

    /** A number with so many decimals and thousands separators; a dash where there is none. */
    static String number(Double value, int decimals) {
        return value == null ? "—" : String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }

    static String plain(BigDecimal value) {
        return value == null ? "—" : value.stripTrailingZeros().toPlainString();
    }

    static BigDecimal rounded(Double value, int decimals) {
        return value == null ? null : BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
    }

    String outcome(IndicatorResult result) {
        return !result.computable()
                ? of("uncomputable", result.reason())
                : t(Boolean.TRUE.equals(result.met()) ? "within" : "beyond");
    }

    String composite(StageResult stage) {
        return stage.compositeMet() == null
                ? of("verdict", StageResult.Verdict.WITHHELD)
                : t(stage.compositeMet() ? "within" : "beyond");
    }

    String value(FrameworkDocument.Parameter parameter) {
        JsonNode value = parameter.value();
        if (value == null || value.isNull()) {
            return t("none");
        }
        if (value.isBoolean()) {
            return t(value.booleanValue() ? "yes" : "no");
        }
        if (value.isArray()) {
            List<String> kinds = new ArrayList<>();
            value.forEach(k -> kinds.add(of("kind", k.asText())));
            return String.join(chinese() ? "、" : ", ", kinds);
        }
        if (parameter.type() == FrameworkDocument.Parameter.Type.CHOICE) {
            return of("choice", value.asText());
        }
        String text = value.isNumber() ? plain(value.decimalValue()) : value.asText();
        // units of parameters are kept in Chinese only; figures of the two languages are never mixed
        return !chinese() || parameter.unit() == null || parameter.unit().isEmpty()
                ? text
                : text + " " + parameter.unit();
    }
}
