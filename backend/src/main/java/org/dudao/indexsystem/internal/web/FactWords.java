package org.dudao.indexsystem.internal.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.indexsystem.Score;
import org.dudao.indexsystem.Score.Words;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.Fact;

/** What the facts of the register are called where a score names them: {@code PRIMARY.teachers} is 小学专任教师数. */
final class FactWords {
    /** The statement whose second text is the keys of facts, joined by 、 */
    private static final String MISSING = "missing.facts";

    private final Map<String, Fact> facts;

    FactWords(List<Fact> catalogue) {
        facts = catalogue.stream().collect(Collectors.toMap(Fact::code, Function.identity()));
    }

    /** The texts of a statement, facts by name. */
    List<Words> params(Score.Statement statement) {
        if (!statement.code().equals(MISSING)) {
            return statement.params();
        }
        List<String> keys = Arrays.asList(statement.params().get(1).zh().split("、"));
        List<Words> params = new ArrayList<>(statement.params());
        params.set(
                1,
                new Words(
                        keys.stream().map(k -> name(k, Messages.CHINESE)).collect(Collectors.joining("、")),
                        keys.stream().map(k -> name(k, Locale.ENGLISH)).collect(Collectors.joining(", "))));
        return params;
    }

    private String name(String key, Locale locale) {
        boolean english = locale.equals(Locale.ENGLISH);
        int dot = key.indexOf('.');
        Fact fact = facts.get(key.substring(dot + 1));
        String name = fact == null ? key.substring(dot + 1) : english ? fact.nameEn() : fact.nameZh();
        return dot < 0
                ? name
                : Messages.text(locale, "registry.stage." + key.substring(0, dot)) + (english ? ": " : "") + name;
    }
}
