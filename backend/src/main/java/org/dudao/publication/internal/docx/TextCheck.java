package org.dudao.publication.internal.docx;

import static org.dudao.publication.internal.docx.Gb9704.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** Checks the text: fonts and sizes of title, body and levels, indents, line height, room for the seal, place of the date. */
final class TextCheck {
    private static final String TITLE = "{{标题}}";
    private static final String RECIPIENT = "{{主送}}";
    private static final String DATE = "{{成文日期}}";
    private static final String NUMBER = "{{文号}}";
    private static final String ORGAN = "{{发文机关}}";
    private static final Set<String> BODY = Set.of("仿宋_GB2312", "仿宋", "FangSong", "FangSong_GB2312");
    private static final Set<String> HEADING = Set.of("方正小标宋简体", "方正小标宋_GBK", "小标宋", "华文中宋", "方正大标宋简体");
    private static final Set<String> BLACK = Set.of("黑体", "SimHei");
    private static final Set<String> BRUSH = Set.of("楷体_GB2312", "楷体", "KaiTi", "KaiTi_GB2312");
    private static final Pattern FIRST = Pattern.compile("^[一二三四五六七八九十]+、.*");
    private static final Pattern SECOND = Pattern.compile("^（([一二三四五六七八九十]+|\\{\\{序号}})）.*");
    private static final Pattern TAG_ONLY = Pattern.compile("^\\{\\{[?/][^{}]*}}$");
    private static final int SEAL_LINES = 2;
    private static final int WORD_DEFAULT_SIZE = 20;
    private static final int LINE_TOLERANCE = 20;
    private static final int CHARACTER_TOLERANCE = 80;

    private final WordStyles styles;
    private final List<Element> paragraphs;
    private final List<Deviation> found = new ArrayList<>();

    private TextCheck(WordFile file) throws WordFile.Refused {
        styles = WordStyles.of(file);
        paragraphs = LayoutCheck.paragraphs(file);
    }

    static List<Deviation> of(WordFile file) throws WordFile.Refused {
        TextCheck check = new TextCheck(file);
        check.text();
        check.end();
        return check.found;
    }

    private void text() {
        int title = first(TITLE);
        int end = last(DATE);
        for (int i = 0; i < paragraphs.size(); i++) {
            String text = Words.text(paragraphs.get(i)).strip();
            if (text.isEmpty() || TAG_ONLY.matcher(text).matches()) {
                continue;
            }
            if (i == title) {
                looks(i, text, "title", HEADING, TITLE_SIZE);
                if (!"center".equals(styles.paragraph(paragraphs.get(i)).get("jc", "val"))) {
                    add("titleCentre", i, text);
                }
            } else if (text.contains(NUMBER)) {
                size(i, text, "number", BODY_SIZE);
            } else if (title >= 0 && i > title && (end < 0 || i <= end)) {
                body(i, text);
            }
        }
    }

    private void body(int i, String text) {
        if (FIRST.matcher(text).matches()) {
            looks(i, text, "level1", BLACK, BODY_SIZE);
        } else if (SECOND.matcher(text).matches()) {
            looks(i, text, "level2", BRUSH, BODY_SIZE);
        } else if (BRUSH.contains(font(i))) {
            // an unnumbered heading of the second level
            size(i, text, "level2", BODY_SIZE);
        } else {
            looks(i, text, "body", BODY, BODY_SIZE);
        }
        Look look = styles.paragraph(paragraphs.get(i));
        if ("exact".equals(look.get("spacing", "lineRule"))
                && Math.abs(look.number("spacing", "line", 0) - LINE_PITCH) > LINE_TOLERANCE) {
            add("lineHeight", i, text, look.number("spacing", "line", 0) / 20.0, LINE_PITCH / 20.0);
        }
        boolean aside = text.startsWith(RECIPIENT) || text.contains(DATE) || text.equals(ORGAN);
        boolean plain = look.number("ind", "left", 0) == 0 && !"center".equals(look.get("jc", "val"));
        if (!aside && plain && Math.abs(firstLine(look) - 2 * CHARACTER) > CHARACTER_TOLERANCE) {
            add("indent", i, text);
        }
    }

    private static int firstLine(Look look) {
        int characters = look.number("ind", "firstLineChars", 0);
        return characters > 0 ? characters * CHARACTER / 100 : look.number("ind", "firstLine", 0);
    }

    private void end() {
        int date = last(DATE);
        if (date < 0) {
            return;
        }
        String text = Words.text(paragraphs.get(date));
        Look look = styles.paragraph(paragraphs.get(date));
        int right = look.number("ind", "rightChars", 0) > 0
                ? look.number("ind", "rightChars", 0) * CHARACTER / 100
                : look.number("ind", "right", 0);
        boolean atRight = Set.of("right", "end").contains("" + look.get("jc", "val"));
        if (!atRight || Math.abs(right - 4 * CHARACTER) > CHARACTER_TOLERANCE) {
            add("date", date, text);
        }
        int name = date > 0 && Words.text(paragraphs.get(date - 1)).contains(ORGAN) ? date - 1 : date;
        if (room(name) < SEAL_LINES * LINE_PITCH - LINE_TOLERANCE) {
            add("seal", name, Words.text(paragraphs.get(name)));
        }
    }

    /** Height left free above a paragraph, in twips. */
    private int room(int paragraph) {
        int room = styles.paragraph(paragraphs.get(paragraph)).number("spacing", "before", 0);
        for (int i = paragraph - 1; i >= 0 && Words.text(paragraphs.get(i)).isBlank(); i--) {
            Look look = styles.paragraph(paragraphs.get(i));
            room += "exact".equals(look.get("spacing", "lineRule")) ? look.number("spacing", "line", 0) : LINE_PITCH;
        }
        return room;
    }

    private void looks(int i, String text, String what, Set<String> fonts, int size) {
        for (String font : fonts(i)) {
            if (!fonts.contains(font)) {
                add(what + "Font", i, text, font);
                break;
            }
        }
        size(i, text, what, size);
    }

    private void size(int i, String text, String what, int size) {
        for (Element run : runs(i)) {
            int is = styles.run(run, styles.letters(paragraphs.get(i))).number("sz", "val", WORD_DEFAULT_SIZE);
            if (is != size) {
                add(what + "Size", i, text, is / 2.0, size / 2.0);
                break;
            }
        }
    }

    private String font(int i) {
        List<String> fonts = fonts(i);
        return fonts.isEmpty() ? "" : fonts.get(0);
    }

    private List<String> fonts(int i) {
        Look letters = styles.letters(paragraphs.get(i));
        return runs(i).stream()
                .map(r -> "" + styles.run(r, letters).get("rFonts", "eastAsia"))
                .distinct()
                .toList();
    }

    private List<Element> runs(int i) {
        return Words.elements(paragraphs.get(i), "r").stream()
                .filter(r -> !Words.text(r).isBlank())
                .toList();
    }

    private void add(String code, int i, String text, Object... params) {
        found.add(Deviation.paragraph(code, i + 1, text, params));
    }

    private int first(String tag) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (Words.text(paragraphs.get(i)).contains(tag)) {
                return i;
            }
        }
        return -1;
    }

    private int last(String tag) {
        for (int i = paragraphs.size() - 1; i >= 0; i--) {
            if (Words.text(paragraphs.get(i)).contains(tag)) {
                return i;
            }
        }
        return -1;
    }
}
