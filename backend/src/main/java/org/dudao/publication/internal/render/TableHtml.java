package org.dudao.publication.internal.render;

import java.util.ArrayList;
import java.util.List;
import org.dudao.publication.internal.docx.Look;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.docx.WordStyles;
import org.dudao.publication.internal.docx.Words;
import org.w3c.dom.Element;

/** A table of a docx as XHTML: widths, borders, merged cells, a head repeated on every page. */
final class TableHtml {
    private final BodyHtml body;
    private final WordStyles styles;
    private final StringBuilder html;

    /** A cell and the columns it stands in. */
    private record Cell(Element tc, Look look, int column, int span) {
        boolean continues() {
            return look.has("vMerge") && !"restart".equals(look.get("vMerge", "val"));
        }
    }

    TableHtml(BodyHtml body, WordStyles styles, StringBuilder html) {
        this.body = body;
        this.styles = styles;
        this.html = html;
    }

    void write(Element tbl) throws WordFile.Refused {
        Look table = styles.table(tbl);
        List<Element> rows = Words.children(tbl).stream()
                .filter(e -> e.getLocalName().equals("tr"))
                .toList();
        List<List<Cell>> cells = rows.stream().map(TableHtml::cells).toList();
        String align = table.get("jc", "val");
        html.append("<table style=\"")
                .append("center".equals(align) ? "margin-left:auto;margin-right:auto;" : "")
                .append("\">");
        widths(tbl);
        int head = 0;
        while (head < rows.size() && repeated(rows.get(head))) {
            head++;
        }
        if (head > 0) {
            html.append("<thead>");
            rows(table, rows, cells, 0, head);
            html.append("</thead>");
        }
        html.append("<tbody>");
        rows(table, rows, cells, head, rows.size());
        html.append("</tbody></table>");
    }

    private void widths(Element tbl) {
        Words.child(tbl, "tblGrid")
                .ifPresent(grid -> Words.children(grid).forEach(column -> html.append("<col style=\"width:")
                        .append(Css.points(Words.number(Words.attribute(column, "w"), 0) / 20.0))
                        .append("\"/>")));
    }

    private static boolean repeated(Element row) {
        return Words.child(row, "trPr").map(Look::of).orElse(Look.none()).on("tblHeader");
    }

    private void rows(Look table, List<Element> rows, List<List<Cell>> cells, int from, int to)
            throws WordFile.Refused {
        for (int r = from; r < to; r++) {
            Look row = Words.child(rows.get(r), "trPr").map(Look::of).orElse(Look.none());
            html.append("<tr style=\"page-break-inside:avoid;height:")
                    .append(Css.points(row.number("trHeight", "val", 0) / 20.0))
                    .append("\">");
            for (Cell cell : cells.get(r)) {
                if (!cell.continues()) {
                    cell(table, cells, r, cell, rows.size());
                }
            }
            html.append("</tr>");
        }
    }

    private void cell(Look table, List<List<Cell>> cells, int row, Cell cell, int rows) throws WordFile.Refused {
        int height = 1;
        while (row + height < rows && continuesAt(cells.get(row + height), cell.column())) {
            height++;
        }
        Css css = new Css();
        Look look = cell.look();
        int columns = cells.get(row).stream()
                .mapToInt(c -> c.column() + c.span())
                .max()
                .orElse(1);
        side(css, table, look, "top", row == 0);
        side(css, table, look, "bottom", row + height == rows);
        side(css, table, look, "left", cell.column() == 0);
        side(css, table, look, "right", cell.column() + cell.span() == columns);
        String vertical = look.get("vAlign", "val");
        css.add("vertical-align", "center".equals(vertical) ? "middle" : "bottom".equals(vertical) ? "bottom" : "top");
        css.twips("padding-left", table.number("tblCellMar.left", "w", 108));
        css.twips("padding-right", table.number("tblCellMar.right", "w", 108));
        Css.shade(css, look);
        html.append("<td colspan=\"")
                .append(cell.span())
                .append("\" rowspan=\"")
                .append(height)
                .append("\" style=\"")
                .append(css)
                .append("\">");
        body.blocks(cell.tc());
        html.append("</td>");
    }

    private static void side(Css css, Look table, Look cell, String side, boolean edge) {
        if (cell.has("tcBorders." + side)) {
            Css.border(css, cell, "tcBorders." + side, side);
        } else if (edge) {
            Css.border(css, table, "tblBorders." + side, side);
        } else {
            Css.border(
                    css,
                    table,
                    side.equals("top") || side.equals("bottom") ? "tblBorders.insideH" : "tblBorders.insideV",
                    side);
        }
    }

    private static boolean continuesAt(List<Cell> row, int column) {
        return row.stream().anyMatch(c -> c.column() == column && c.continues());
    }

    private static List<Cell> cells(Element row) {
        List<Cell> cells = new ArrayList<>();
        int column = 0;
        for (Element tc : Words.children(row)) {
            if (tc.getLocalName().equals("tc")) {
                Look look = Words.child(tc, "tcPr").map(Look::of).orElse(Look.none());
                int span = Math.max(1, look.number("gridSpan", "val", 1));
                cells.add(new Cell(tc, look, column, span));
                column += span;
            }
        }
        return cells;
    }
}
