package org.dudao.publication.internal.render;

import java.util.Base64;
import java.util.Locale;
import org.dudao.publication.internal.docx.Look;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.docx.WordStyles;
import org.dudao.publication.internal.docx.Words;
import org.w3c.dom.Element;

/** The content of a part of a docx (its body, a footer) as XHTML: paragraphs, runs, tables, pictures in the line, page fields. */
final class BodyHtml {
    private static final double EMU_PER_POINT = 12700;
    private static final char NBSP = '\u00a0';
    private static final String END = "</span>";

    private final WordFile file;
    private final WordStyles styles;
    private final Typefaces typefaces;
    private final Numbering numbering;
    private final Grid grid;
    private final String part;
    private final StringBuilder html = new StringBuilder();
    private boolean inField;
    /** how the last span begins, and where it ended */
    private String open;

    private int openedUntil = -1;

    /** What a section's grid gives every line and letter: height in twips and space in 1/4096 pt; zeros without one. */
    record Grid(int pitch, int space) {}

    BodyHtml(WordFile file, WordStyles styles, Typefaces typefaces, Numbering numbering, Grid grid, String part) {
        this.file = file;
        this.styles = styles;
        this.typefaces = typefaces;
        this.numbering = numbering;
        this.grid = grid;
        this.part = part;
    }

    String of(Element container) throws WordFile.Refused {
        blocks(container);
        return html.toString();
    }

    void blocks(Element container) throws WordFile.Refused {
        for (Element e : Words.children(container)) {
            switch (e.getLocalName()) {
                case "p" -> paragraph(e);
                case "tbl" -> new TableHtml(this, styles, html).write(e);
                case "sdt" -> {
                    if (Words.child(e, "sdtContent").isPresent()) {
                        blocks(Words.child(e, "sdtContent").get());
                    }
                }
                case "ins", "smartTag", "customXml" -> blocks(e);
                default -> {
                    // section marks, bookmarks and proofing marks print nothing
                }
            }
        }
    }

    private void paragraph(Element p) throws WordFile.Refused {
        Look look = styles.paragraph(p);
        Look letters = styles.letters(p);
        String number = numbering.next(look);
        int size = letters.number("sz", "val", 20);
        html.append("<p style=\"")
                .append(Css.paragraph(look, size, grid.pitch()))
                .append("font-size:")
                .append(Css.points(size / 2.0))
                .append("\">");
        int before = html.length();
        if (!number.isEmpty()) {
            run(number + " ", letters);
        }
        runs(p, letters, grid(look));
        if (html.length() == before) {
            html.append(NBSP);
        }
        html.append("</p>");
    }

    private int grid(Look paragraph) {
        return "0".equals(paragraph.get("snapToGrid", "val")) ? 0 : grid.space();
    }

    private void runs(Element in, Look letters, int space) throws WordFile.Refused {
        for (Element e : Words.children(in)) {
            switch (e.getLocalName()) {
                case "r" -> run(e, letters, space);
                case "hyperlink", "ins", "smartTag" -> runs(e, letters, space);
                case "sdt" -> {
                    if (Words.child(e, "sdtContent").isPresent()) {
                        runs(Words.child(e, "sdtContent").get(), letters, space);
                    }
                }
                case "fldSimple" -> {
                    if (!field(Words.attribute(e, "instr"), letters, space)) {
                        runs(e, letters, space);
                    }
                }
                default -> {
                    // properties and marks
                }
            }
        }
    }

    private void run(Element r, Look letters, int space) throws WordFile.Refused {
        Look look = styles.run(r, letters);
        if (look.on("vanish")) {
            return;
        }
        StringBuilder text = new StringBuilder();
        for (Element e : Words.children(r)) {
            switch (e.getLocalName()) {
                case "t" -> text.append(inField ? "" : escape(e.getTextContent()));
                case "tab" -> text.append(NBSP).append(NBSP);
                case "br" ->
                    text.append(
                            Words.attribute(e, "type").equals("page")
                                    ? "<br style=\"page-break-after:always\"/>"
                                    : "<br/>");
                case "cr" -> text.append("<br/>");
                case "noBreakHyphen" -> text.append("-");
                case "drawing" -> text.append(picture(e));
                case "fldChar" ->
                    inField = inField && !Words.attribute(e, "fldCharType").equals("end");
                case "instrText" -> inField = field(e.getTextContent(), look, space) || inField;
                default -> {
                    // what cannot be printed
                }
            }
        }
        if (!text.isEmpty()) {
            span(text.toString(), look, space);
        }
    }

    private void run(String text, Look look) {
        span(escape(text), look, grid.space());
    }

    /** Runs that look the same are one: a line may break between two spans where it may not between their letters. */
    private void span(String content, Look look, int space) {
        String start = "<span style=\"" + Css.letters(look, space) + "font-family:"
                + typefaces.families(font(look), content) + "\">";
        if (start.equals(open) && html.length() == openedUntil) {
            html.setLength(html.length() - END.length());
            html.append(content);
        } else {
            html.append(start).append(content);
        }
        html.append(END);
        open = start;
        openedUntil = html.length();
    }

    private static String font(Look look) {
        String asian = look.get("rFonts", "eastAsia");
        return asian != null ? asian : look.get("rFonts", "ascii");
    }

    /** The number of the page or of all pages; other fields print what was last computed for them. */
    private boolean field(String instruction, Look look, int space) {
        String name = instruction.strip().split("\\s+")[0].toUpperCase(Locale.ROOT);
        if (!name.equals("PAGE") && !name.equals("NUMPAGES")) {
            return false;
        }
        span("<span class=\"" + name.toLowerCase(Locale.ROOT) + "\"></span>", look, space);
        return true;
    }

    /** A picture standing in the line; those that float are set where they are anchored. */
    private String picture(Element drawing) throws WordFile.Refused {
        for (Element blip : Words.elements(drawing, "blip")) {
            String id =
                    blip.getAttributeNS("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "embed");
            String target = file.target(part, id).orElse("");
            String kind = target.toLowerCase(Locale.ROOT).replaceAll(".*\\.", "");
            byte[] bytes = file.bytes(target).orElse(null);
            if (bytes != null && kind.matches("png|jpe?g|gif")) {
                Element extent =
                        Words.elements(drawing, "extent").stream().findFirst().orElse(null);
                String size = extent == null
                        ? ""
                        : "width:" + Css.points(Words.number(extent.getAttribute("cx"), 0) / EMU_PER_POINT) + ";height:"
                                + Css.points(Words.number(extent.getAttribute("cy"), 0) / EMU_PER_POINT);
                return "<img alt=\"\" style=\"" + size + "\" src=\"data:image/" + kind.replace("jpg", "jpeg")
                        + ";base64," + Base64.getEncoder().encodeToString(bytes) + "\"/>";
            }
        }
        return "";
    }

    static String escape(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                // blanks side by side are meant
                case ' ' ->
                    out.append(
                            out.length() > 0
                                            && (out.charAt(out.length() - 1) == ' '
                                                    || out.charAt(out.length() - 1) == NBSP)
                                    ? NBSP
                                    : ' ');
                default -> {
                    if (c >= 0x20 && c != 0xFFFE && c != 0xFFFF) {
                        out.appendCodePoint(c);
                    }
                }
            }
        });
        return out.toString();
    }
}
