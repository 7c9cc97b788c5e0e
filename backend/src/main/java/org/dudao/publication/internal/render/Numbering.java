package org.dudao.publication.internal.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dudao.publication.internal.docx.Look;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.docx.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The numbers Word puts before the paragraphs of a numbered list: counted as the paragraphs come. */
final class Numbering {
    private static final int LEVELS = 9;

    /** The levels of a list by its id. */
    private final Map<String, Map<Integer, Element>> lists = new HashMap<>();

    private final Map<String, int[]> counts = new HashMap<>();

    static Numbering of(WordFile file) throws WordFile.Refused {
        Numbering numbering = new Numbering();
        Optional<Document> part = file.part("word/numbering.xml");
        if (part.isEmpty()) {
            return numbering;
        }
        Map<String, Map<Integer, Element>> kinds = new HashMap<>();
        for (Element kind : Words.elements(part.get(), "abstractNum")) {
            Map<Integer, Element> levels = new HashMap<>();
            Words.elements(kind, "lvl").forEach(l -> levels.put(Words.number(Words.attribute(l, "ilvl"), 0), l));
            kinds.put(Words.attribute(kind, "abstractNumId"), levels);
        }
        for (Element num : Words.elements(part.get(), "num")) {
            Words.child(num, "abstractNumId")
                    .map(a -> kinds.get(Words.attribute(a, "val")))
                    .ifPresent(levels -> numbering.lists.put(Words.attribute(num, "numId"), levels));
        }
        return numbering;
    }

    /** The number of a paragraph with this look, which is thereby counted; empty when it has none. */
    String next(Look paragraph) {
        String list = paragraph.get("numPr.numId", "val");
        return list == null ? "" : next(list, paragraph.number("numPr.ilvl", "val", 0));
    }

    /** The number of a paragraph in a list. */
    private String next(String list, int level) {
        Map<Integer, Element> levels = lists.get(list);
        if (levels == null || level < 0 || level >= LEVELS || !levels.containsKey(level)) {
            return "";
        }
        int[] count = counts.computeIfAbsent(list, l -> new int[LEVELS]);
        count[level]++;
        java.util.Arrays.fill(count, level + 1, LEVELS, 0);
        String text = value(levels.get(level), "lvlText");
        for (int i = 0; i <= level; i++) {
            Element of = levels.get(i);
            if (of != null) {
                int start = Words.number(value(of, "start"), 1);
                text = text.replace("%" + (i + 1), written(start - 1 + Math.max(count[i], 1), value(of, "numFmt")));
            }
        }
        return value(levels.get(level), "numFmt").equals("bullet") ? "•" : text;
    }

    private static String value(Element level, String name) {
        return Words.child(level, name).map(e -> Words.attribute(e, "val")).orElse("");
    }

    private static String written(int n, String format) {
        return switch (format) {
            case "chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCountingThousand" ->
                Numerals.chinese(n);
            case "lowerLetter" -> "" + (char) ('a' + (n - 1) % 26);
            case "upperLetter" -> "" + (char) ('A' + (n - 1) % 26);
            default -> "" + n;
        };
    }
}
