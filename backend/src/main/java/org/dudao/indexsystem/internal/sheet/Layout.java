package org.dudao.indexsystem.internal.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.internal.Shape;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/** The columns of the workbook, and a document written into them: one row for each item. */
public final class Layout {
    /** Columns in order; the header of each is {@code indexsystem.sheet.<name>}. */
    enum Column {
        LEVEL1,
        LEVEL2,
        LEVEL3,
        LEVEL4,
        GUIDE,
        POINTS,
        METHOD,
        CODE,
        KIND;

        String header(Locale locale) {
            return Messages.text(locale, "indexsystem.sheet." + name());
        }
    }

    static final int LEVELS = 4;

    private Layout() {}

    /** Writes the items in order; names of indicators are repeated in every row, so that a filter keeps its sense. */
    public static void write(OutputStream out, IndexSystemDocument document, Locale locale) throws IOException {
        boolean english = "en".equals(locale.getLanguage());
        List<String> headers = new ArrayList<>();
        for (Column column : Column.values()) {
            headers.add(column.header(locale));
        }
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "indexsystem.sheet.name"), headers)) {
            Shape.walk(document.nodes(), List.of(), (above, node) -> {
                if (node.leaf()) {
                    sheet.row(row(above, node, locale, english));
                }
            });
        }
    }

    private static List<Object> row(List<IndexNode> above, IndexNode node, Locale locale, boolean english) {
        List<Object> cells = new ArrayList<>();
        above.forEach(n -> cells.add(name(n, english)));
        cells.add(name(node, english));
        while (cells.size() < LEVELS) {
            cells.add(null);
        }
        IndexItem item = node.item();
        cells.add(english && item.guideEn() != null ? item.guideEn() : item.guideZh());
        cells.add(node.points());
        cells.add(english && item.methodEn() != null ? item.methodEn() : item.methodZh());
        cells.add(node.code());
        cells.add(kind(item.kind(), locale));
        return cells;
    }

    private static String name(IndexNode node, boolean english) {
        return english ? node.nameEn() : node.nameZh();
    }

    static String kind(IndexItem.Kind kind, Locale locale) {
        return Messages.text(locale, "indexsystem.kind." + kind);
    }
}
