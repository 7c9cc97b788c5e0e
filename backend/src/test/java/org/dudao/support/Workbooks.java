package org.dudao.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/** Small workbooks as an office would hand them over. */
public final class Workbooks {
    private Workbooks() {}

    /** Fills a sheet. */
    public interface Content {
        void fill(SheetBuilder sheet);
    }

    /** Writes rows of text from the top down; an empty string leaves a cell blank. */
    public static final class SheetBuilder {
        private final Sheet sheet;
        private int next;

        SheetBuilder(Sheet sheet) {
            this.sheet = sheet;
        }

        public void row(String... cells) {
            var row = sheet.createRow(next++);
            for (int c = 0; c < cells.length; c++) {
                if (!cells[c].isEmpty()) {
                    row.createCell(c).setCellValue(cells[c]);
                }
            }
        }

        public void merge(int row, int from, int to) {
            sheet.addMergedRegion(new CellRangeAddress(row, row, from, to));
        }
    }

    public static byte[] workbook(Content content) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.fill(new SheetBuilder(workbook.createSheet("数据")));
            workbook.write(out);
            return out.toByteArray();
        }
    }

    /** A workbook of text cells, one list a row; empty texts are blank cells. */
    @SafeVarargs
    public static byte[] xlsx(List<String>... rows) {
        try {
            return workbook(sheet -> {
                for (List<String> row : rows) {
                    sheet.row(row.toArray(String[]::new));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The texts of a workbook's first sheet, row by row. */
    public static List<List<String>> read(byte[] file) {
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file));
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            return rows.map(r ->
                            r.stream().map(c -> c == null ? "" : c.getText()).toList())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
