package org.dudao.kernel.text;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Pattern;

/**
 * Texts by code, from {@code i18n/<module>_zh.properties} and {@code i18n/<module>_en.properties}; the module is the
 * code's first part. Chinese is the default.
 */
public final class Messages {
    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final DateTimeFormatter ENGLISH_DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Messages() {}

    /** The text for a code; the code itself when no bundle has it, so that a gap is seen and nothing breaks. */
    public static String text(Locale locale, String code, Object... params) {
        int dot = code.indexOf('.');
        if (dot < 0) {
            return code;
        }
        try {
            String pattern = bundle(code, locale).getString(code);
            return new MessageFormat(pattern, locale)
                    .format(Arrays.stream(params)
                            .map(p -> said(String.valueOf(p), locale))
                            .toArray());
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /** A parameter as it is read: a day as {@code 2026年11月22日} or {@code 22 November 2026}, everything else as it is. */
    private static String said(String param, Locale locale) {
        if (!DAY.matcher(param).matches()) {
            return param;
        }
        try {
            LocalDate day = LocalDate.parse(param);
            return "en".equals(locale.getLanguage())
                    ? ENGLISH_DAY.format(day)
                    : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
        } catch (DateTimeParseException e) {
            return param;
        }
    }

    /** As {@link #text(Locale, String, Object...)} with the parameters as a list. */
    public static String text(Locale locale, String code, List<String> params) {
        return text(locale, code, params.toArray());
    }

    /** The codes of a module's texts that begin with a prefix, e.g. {@code audit.action.}, in order. */
    public static List<String> codes(String prefix) {
        return bundle(prefix, CHINESE).keySet().stream()
                .filter(code -> code.startsWith(prefix))
                .sorted()
                .toList();
    }

    private static ResourceBundle bundle(String code, Locale locale) {
        return ResourceBundle.getBundle(
                "i18n." + code.substring(0, code.indexOf('.')),
                language(locale),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** English when the first acceptable language is English, else Chinese. */
    public static Locale language(List<Locale> acceptable) {
        return acceptable.isEmpty() ? CHINESE : language(acceptable.get(0));
    }

    private static Locale language(Locale locale) {
        return "en".equals(locale.getLanguage()) ? Locale.ENGLISH : CHINESE;
    }
}
