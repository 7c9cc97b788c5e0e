package org.dudao.publication.internal.docx;

import static org.dudao.publication.internal.docx.Gb9704.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Checks the page: paper, margins, grid, page numbers; and what a PDF could not show. */
final class PageCheck {
    private static final int WORD_DEFAULT_SIZE = 20;

    private final WordFile file;
    private final WordStyles styles;
    private final List<Deviation> found = new ArrayList<>();

    private PageCheck(WordFile file) throws WordFile.Refused {
        this.file = file;
        this.styles = WordStyles.of(file);
    }

    static List<Deviation> of(WordFile file) throws WordFile.Refused {
        PageCheck check = new PageCheck(file);
        List<Element> sections = Words.elements(file.document(), "sectPr");
        if (sections.isEmpty()) {
            check.found.add(Deviation.page("noSection"));
            return check.found;
        }
        Element last = sections.get(sections.size() - 1);
        if (sections.size() > 1) {
            check.found.add(Deviation.page("sections", sections.size()));
        }
        check.paper(last);
        check.grid(last);
        check.numbers(last);
        check.printable(last);
        return check.found;
    }

    private void paper(Element section) {
        Look page = Look.of(section);
        int width = page.number("pgSz", "w", 0);
        int height = page.number("pgSz", "h", 0);
        if (off(width, PAGE_WIDTH) || off(height, PAGE_HEIGHT)) {
            found.add(Deviation.page("paper", millimetres(width), millimetres(height)));
        }
        int top = page.number("pgMar", "top", 0);
        int left = page.number("pgMar", "left", 0) + page.number("pgMar", "gutter", 0);
        if (off(top, TOP)) {
            found.add(Deviation.page("marginTop", millimetres(top)));
        }
        if (off(left, LEFT)) {
            found.add(Deviation.page("marginLeft", millimetres(left)));
        }
        int typeWidth = width - left - page.number("pgMar", "right", 0);
        int typeHeight = height - top - page.number("pgMar", "bottom", 0);
        if (off(typeWidth, twips(156))) {
            found.add(Deviation.page("typeWidth", millimetres(typeWidth)));
        }
        if (off(typeHeight, twips(225))) {
            found.add(Deviation.page("typeHeight", millimetres(typeHeight)));
        }
    }

    private void grid(Element section) throws WordFile.Refused {
        Look page = Look.of(section);
        String type = page.get("docGrid", "type");
        int pitch = page.number("docGrid", "linePitch", 0);
        int height = page.number("pgSz", "h", PAGE_HEIGHT)
                - page.number("pgMar", "top", 0)
                - page.number("pgMar", "bottom", 0);
        int lines = pitch == 0 || type == null || type.equals("default") ? 0 : height / pitch;
        if (lines != LINES) {
            found.add(Deviation.page("gridLines", lines));
        }
        int width = page.number("pgSz", "w", PAGE_WIDTH)
                - page.number("pgMar", "left", 0)
                - page.number("pgMar", "gutter", 0)
                - page.number("pgMar", "right", 0);
        boolean characters = "linesAndChars".equals(type) || "snapToChars".equals(type);
        double character = defaultSize() * 10 + page.number("docGrid", "charSpace", 0) / 4096.0 * 20;
        // half a unit of the grid's own measure per character is not a character less
        int perLine = characters ? (int) ((width + 1) / character) : 0;
        if (perLine != CHARACTERS) {
            found.add(Deviation.page("gridCharacters", perLine));
        }
    }

    /** Size of letters of the default style, which the grid is measured by. */
    private int defaultSize() throws WordFile.Refused {
        Element plain = file.document().createElementNS(WordFile.W, "w:p");
        return styles.letters(plain).number("sz", "val", WORD_DEFAULT_SIZE);
    }

    private void numbers(Element section) throws WordFile.Refused {
        boolean both = file.part("word/settings.xml")
                .map(s -> !Words.elements(s, "evenAndOddHeaders").isEmpty())
                .orElse(false);
        if (!number(section, "default", "right", "end")) {
            found.add(Deviation.footer("pageNumberOdd"));
        }
        if (!both || !number(section, "even", "left", "start")) {
            found.add(Deviation.footer("pageNumberEven"));
        }
    }

    /** Whether the footer of a kind of page holds the number at its side; says what is amiss with its looks. */
    private boolean number(Element section, String type, String side, String alias) throws WordFile.Refused {
        Optional<String> part = file.margin(section, "footer", type);
        if (part.isEmpty()) {
            return false;
        }
        for (Element p : Words.elements(file.part(part.get()).orElseThrow(), "p")) {
            boolean field = Words.elements(p, "instrText").stream()
                            .anyMatch(i -> i.getTextContent().strip().startsWith("PAGE"))
                    || Words.elements(p, "fldSimple").stream()
                            .anyMatch(f -> Words.attribute(f, "instr").strip().startsWith("PAGE"));
            if (field) {
                looks(p);
                String jc = styles.paragraph(p).get("jc", "val");
                String at = jc == null ? "left" : jc;
                return at.equals(side) || at.equals(alias);
            }
        }
        return false;
    }

    private void looks(Element p) {
        int size = styles.run(Words.elements(p, "r").get(0), styles.letters(p)).number("sz", "val", WORD_DEFAULT_SIZE);
        if (size != PAGE_NUMBER_SIZE) {
            found.add(Deviation.footer("pageNumberSize", size / 2.0));
        }
        if (Words.text(p).chars().filter(c -> c == '—').count() < 2) {
            found.add(Deviation.footer("pageNumberDashes"));
        }
    }

    private void printable(Element section) throws WordFile.Refused {
        if (Look.of(section).number("cols", "num", 1) > 1) {
            found.add(Deviation.page("columns"));
        }
        if (!Words.elements(file.document(), "txbxContent").isEmpty()
                || !Words.elements(file.document(), "anchor").isEmpty()) {
            found.add(Deviation.page("floating"));
        }
    }

    private static boolean off(int is, int should) {
        return Math.abs(is - should) > TOLERANCE;
    }
}
