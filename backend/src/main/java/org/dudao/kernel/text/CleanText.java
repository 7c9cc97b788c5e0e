package org.dudao.kernel.text;

import java.util.regex.Pattern;

/**
 * Texts people hand over, without what nobody sees: control characters, zero-width characters, marks that turn the direction of
 * writing (with which {@code gpj.exe} can be shown as {@code exe.jpg}), halves of characters. One place, used by every way a text
 * comes in: JSON bodies, cells of workbooks, names of files.
 */
public final class CleanText {
    /** Cc, Cf, Cs (alone), Zl, Zp, and the blanks of Hangul that are drawn as nothing. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}\\x{115F}\\x{1160}\\x{3164}\\x{FFA0}&&[^\\n\\t]]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\x{85}\\x{2028}\\x{2029}]");
    private static final Pattern NO_NAME = Pattern.compile("[<>:\"|?*]");
    private static final Pattern LEADING_DOTS = Pattern.compile("^[. ]+");
    private static final Pattern TRAILING_DOTS = Pattern.compile("[. ]+$");

    private CleanText() {}

    /** A text of one or more paragraphs: lines end with a line feed, tabs stay. Blanks at its ends stay, for callers that ask. */
    public static String paragraphs(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            // nearly every text holds nothing below a blank and nothing that needs a closer look
            if (c < ' ' && c != '\n' && c != '\t' || c > '~' && !(c >= 0x3001 && c <= 0x312F) && !ideograph(c)) {
                return UNSEEN.matcher(LINE_END.matcher(raw).replaceAll("\n")).replaceAll("");
            }
        }
        return raw;
    }

    /** A text of one line: breaks and tabs are blanks, none at its ends. */
    public static String line(String raw) {
        return paragraphs(raw).replace('\n', ' ').replace('\t', ' ').strip();
    }

    /**
     * A file's name: the last part of whatever path was sent, without what no file system takes.
     *
     * @param longest of its characters; of a longer one the end is kept, with its extension
     * @return empty when nothing is left of it
     */
    public static String fileName(String raw, int longest) {
        String name = line(raw);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = NO_NAME.matcher(name).replaceAll("_");
        name = TRAILING_DOTS
                .matcher(LEADING_DOTS.matcher(name).replaceFirst(""))
                .replaceFirst("");
        if (name.length() <= longest) {
            return name;
        }
        int from = name.length() - longest;
        return name.substring(Character.isLowSurrogate(name.charAt(from)) ? from + 1 : from);
    }

    private static boolean ideograph(char c) {
        return c >= 0x4E00 && c <= 0x9FFF;
    }
}
