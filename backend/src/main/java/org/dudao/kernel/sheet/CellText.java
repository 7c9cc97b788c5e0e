package org.dudao.kernel.sheet;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.kernel.text.CleanText;

/** What people type into cells: full-width digits, thousands separators, units, dashes for nothing. */
public final class CellText {
    /** Stands for a formula whose value was never calculated and stored with it; says nothing, but is not blank. */
    static final String NOT_CALCULATED = "=?";

    private static final Set<String> NOTHING = Set.of(
            NOT_CALCULATED,
            "-",
            "--",
            "—",
            "——",
            "–",
            "/",
            "\\",
            "无",
            "暂无",
            "没有",
            "空",
            "n/a",
            "na",
            "null",
            "nil",
            "none",
            "…");
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]*)?");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final int LONGEST_NUMBER = 40;

    private CellText() {}

    /** Without what nobody sees ({@link CleanText}), NFKC (full-width to half-width), no-break spaces and line breaks to spaces, trimmed. */
    public static String clean(String raw) {
        if (raw == null || raw.isEmpty()) {
            return "";
        }
        boolean plain = true;
        for (int i = 0; i < raw.length() && plain; i++) {
            char c = raw.charAt(i);
            plain = c > ' ' && c < 127;
        }
        return plain
                ? raw
                : SPACES.matcher(Normalizer.normalize(CleanText.paragraphs(raw), Normalizer.Form.NFKC))
                        .replaceAll(" ")
                        .strip();
    }

    /** Whether a cleaned text says that there is no value: blank, a dash, 无. Never the same as zero. */
    public static boolean saysNothing(String cleaned) {
        return cleaned.isEmpty() || NOTHING.contains(cleaned.toLowerCase(Locale.ROOT));
    }

    /** Whether a cell holds a failed formula such as {@code #REF!}. */
    public static boolean isFormulaError(String cleaned) {
        return cleaned.startsWith("#") && cleaned.length() > 2 && Character.isLetter(cleaned.charAt(1));
    }

    /**
     * The number a cleaned text stands for.
     *
     * @param unit unit that may follow the number, e.g. 人, or an empty string
     */
    public static Optional<BigDecimal> number(String cleaned, String unit) {
        String text = cleaned;
        if (!unit.isEmpty() && text.endsWith(unit)) {
            text = text.substring(0, text.length() - unit.length()).strip();
        }
        if (text.indexOf(',') >= 0) {
            if (!GROUPED.matcher(text).matches()) {
                return Optional.empty();
            }
            text = text.replace(",", "");
        }
        return text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()
                ? Optional.of(new BigDecimal(text))
                : Optional.empty();
    }

    /** A header reduced to what tells it apart: no spaces, brackets with their content, punctuation, or letter case. */
    public static String headerKey(String header) {
        return clean(header)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\([^)]*\\)|\\[[^\\]]*\\]", "")
                .replaceAll("[\\s:;,、,_*·.\\-/]", "");
    }
}
