package org.dudao.registry.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.Fact;
import org.dudao.registry.Stage;

/** Headers of a figures workbook: code, name, year, then one column for each fact (and stage). */
public final class FigureColumns {
    private FigureColumns() {}

    public static List<String> headers(List<FigureRules.Key> keys, Locale locale) {
        List<String> headers = new ArrayList<>(List.of(
                Messages.text(locale, "registry.column.code"),
                Messages.text(locale, "registry.column.name"),
                Messages.text(locale, "registry.column.year")));
        keys.forEach(k -> headers.add(header(k, locale)));
        return headers;
    }

    /** {@code 小学在校生数（人）}, {@code 教学仪器设备值（元）}; {@code Primary: Pupils (persons)}. */
    public static String header(FigureRules.Key key, Locale locale) {
        Fact fact = key.fact();
        boolean english = Locale.ENGLISH.equals(locale);
        String name = english ? fact.nameEn() : fact.nameZh();
        String unit = english ? " (" + fact.unitEn() + ")" : "（" + fact.unitZh() + "）";
        return stagePrefix(key.stage(), locale) + name + unit;
    }

    public static String stagePrefix(Stage stage, Locale locale) {
        if (stage == null) {
            return "";
        }
        String name = Messages.text(locale, "registry.stage." + stage);
        return Locale.ENGLISH.equals(locale) ? name + ": " : name;
    }
}
