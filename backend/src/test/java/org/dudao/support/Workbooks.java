package org.dudao.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

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
}
