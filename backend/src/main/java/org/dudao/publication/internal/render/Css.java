package org.dudao.publication.internal.render;

import java.util.Locale;
import org.dudao.publication.internal.docx.Look;

/** How what a docx says of a paragraph or of letters is said in CSS. Lengths go out in points. */
final class Css {
    private final StringBuilder css = new StringBuilder();

    Css add(String property, Object value) {
        css.append(property).append(':').append(value).append(';');
        return this;
    }

    Css twips(String property, int twips) {
        return add(property, points(twips / 20.0));
    }

    static String points(double points) {
        return String.format(Locale.ROOT, "%.2fpt", points);
    }

    /**
     * A paragraph.
     *
     * @param size of its letters in half points, what widths in characters are measured by
     * @param pitch height of a line of the grid in twips, 0 without a grid
     */
    static String paragraph(Look p, int size, int pitch) {
        Css css = new Css();
        int left = indent(p, "left", "start", size);
        int right = indent(p, "right", "end", size);
        int hanging = indent(p, "hanging", null, size);
        int first = hanging != 0 ? -hanging : indent(p, "firstLine", null, size);
        css.twips("margin-left", left).twips("margin-right", right).twips("text-indent", first);
        css.twips("margin-top", p.number("spacing", "before", 0))
                .twips("margin-bottom", p.number("spacing", "after", 0));
        css.add("line-height", lineHeight(p, size, pitch));
        css.add("text-align", align(p.get("jc", "val")));
        for (String side : new String[] {"top", "right", "bottom", "left"}) {
            border(css, p, "pBdr." + side, side);
        }
        if (p.on("keepNext")) {
            css.add("page-break-after", "avoid");
        }
        if (p.on("keepLines")) {
            css.add("page-break-inside", "avoid");
        }
        if (p.on("pageBreakBefore")) {
            css.add("page-break-before", "always");
        }
        shade(css, p);
        return css.css.toString();
    }

    private static int indent(Look p, String name, String alias, int size) {
        int characters = p.number("ind", name + "Chars", 0);
        if (characters != 0) {
            return characters * size / 10;
        }
        int twips = p.number("ind", name, 0);
        return twips == 0 && alias != null ? p.number("ind", alias, 0) : twips;
    }

    private static String lineHeight(Look p, int size, int pitch) {
        int line = p.number("spacing", "line", 0);
        String rule = p.get("spacing", "lineRule");
        if (line > 0 && ("exact".equals(rule) || "atLeast".equals(rule))) {
            return points(line / 20.0);
        }
        boolean grid = pitch > 0 && !"0".equals(p.get("snapToGrid", "val"));
        double one = grid ? pitch * Math.ceil(size * 12.5 / pitch) / 20.0 : size * 0.65;
        return points(one * (line > 0 ? line / 240.0 : 1));
    }

    private static String align(String jc) {
        return switch (jc == null ? "left" : jc) {
            case "center" -> "center";
            case "right", "end" -> "right";
            case "both", "distribute" -> "justify";
            default -> "left";
        };
    }

    /** Letters of a run, beside their font. */
    static String letters(Look r, int gridSpace) {
        Css css = new Css();
        css.add("font-size", points(r.number("sz", "val", 20) / 2.0));
        css.add("font-weight", r.on("b") ? "700" : "400");
        if (r.on("i")) {
            css.add("font-style", "italic");
        }
        String color = r.get("color", "val");
        if (color != null && color.matches("[0-9A-Fa-f]{6}")) {
            css.add("color", "#" + color);
        }
        boolean under = r.on("u") && r.get("u", "val") != null;
        if (under || r.on("strike")) {
            css.add("text-decoration", (under ? "underline " : "") + (r.on("strike") ? "line-through" : ""));
        }
        double space = r.number("spacing", "val", 0) / 20.0
                + ("0".equals(r.get("snapToGrid", "val")) ? 0 : gridSpace / 4096.0);
        if (space != 0) {
            css.add("letter-spacing", points(space));
        }
        String raised = r.get("vertAlign", "val");
        if ("superscript".equals(raised) || "subscript".equals(raised)) {
            css.add("vertical-align", raised.equals("superscript") ? "super" : "sub")
                    .add("font-size", "65%");
        }
        shade(css, r);
        return css.css.toString();
    }

    static void border(Css css, Look look, String property, String side) {
        String kind = look.get(property, "val");
        if (kind == null) {
            return;
        }
        if (kind.equals("nil") || kind.equals("none")) {
            css.add("border-" + side, "none");
            return;
        }
        String color = look.get(property, "color");
        css.add(
                "border-" + side,
                points(Math.max(look.number(property, "sz", 4), 2) / 8.0)
                        + (kind.startsWith("double") ? " double " : " solid ")
                        + (color != null && color.matches("[0-9A-Fa-f]{6}") ? "#" + color : "#000"));
        int space = look.number(property, "space", 0);
        if (space > 0) {
            css.add("padding-" + side, points(space));
        }
    }

    static void shade(Css css, Look look) {
        String fill = look.get("shd", "fill");
        if (fill != null && fill.matches("[0-9A-Fa-f]{6}")) {
            css.add("background-color", "#" + fill);
        }
    }

    @Override
    public String toString() {
        return css.toString();
    }
}
