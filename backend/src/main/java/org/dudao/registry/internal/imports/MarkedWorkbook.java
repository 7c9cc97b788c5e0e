package org.dudao.registry.internal.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dudao.kernel.sheet.SheetFile;
import org.dudao.kernel.sheet.SheetFormat;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.internal.FigureRules.Severity;

/**
 * The user's own workbook back, bad cells filled with colour and a last column that says why. Up to
 * {@link #KEEP_STYLES_BYTES} the workbook itself is marked and keeps all its formatting; a larger file, or a CSV, is
 * written anew with the same cells, because a formatted workbook of that size does not fit into bounded memory (ADR
 * 0004).
 */
final class MarkedWorkbook {
    static final long KEEP_STYLES_BYTES = 3L << 20;
    private static final String ERROR_FILL = "F8C9C4";
    private static final String OTHER_FILL = "FCE9B8";

    /** What is wrong in a row. */
    private static final class Marks {
        final Map<Integer, Severity> cells = new HashMap<>();
        final StringBuilder reasons = new StringBuilder();
    }

    private final Locale locale;
    private final int headerRow;
    private final Map<Integer, Marks> rows = new TreeMap<>();

    MarkedWorkbook(int headerRow, Locale locale) {
        this.headerRow = headerRow;
        this.locale = locale;
    }

    void add(ProblemView p) {
        Marks marks = rows.computeIfAbsent(p.row(), r -> new Marks());
        if (!p.column().isEmpty()) {
            marks.cells.merge(ColumnPlan.columnOf(p.column()), p.severity(), (a, b) -> a.compareTo(b) <= 0 ? a : b);
        }
        marks.reasons
                .append(marks.reasons.isEmpty() ? "" : "\n")
                .append(p.header().isEmpty() ? "" : p.header() + "：")
                .append(p.message());
    }

    void write(Path file, SheetFormat format, OutputStream out) throws IOException {
        if (format == SheetFormat.XLSX && Files.size(file) <= KEEP_STYLES_BYTES) {
            markInPlace(file, out);
        } else {
            writeAnew(SheetFile.checked(file, format), out);
        }
    }

    private void markInPlace(Path file, OutputStream out) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(file))) {
            Sheet sheet = workbook.getSheetAt(0);
            Map<String, CellStyle> styles = new HashMap<>();
            int reasonColumn = lastColumn(sheet);
            Cell head = row(sheet, headerRow - 1).createCell(reasonColumn);
            head.setCellValue(Messages.text(locale, "registry.import.reason"));
            sheet.setColumnWidth(reasonColumn, 60 * 256);
            rows.forEach((number, marks) -> {
                Row row = row(sheet, number - 1);
                marks.cells.forEach((column, severity) -> {
                    Cell cell = row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
                    cell.setCellStyle(styles.computeIfAbsent(
                            cell.getCellStyle().getIndex() + "/" + severity,
                            k -> filled(workbook, cell.getCellStyle(), severity)));
                });
                row.createCell(reasonColumn).setCellValue(marks.reasons.toString());
            });
            workbook.write(out);
        }
    }

    private static CellStyle filled(XSSFWorkbook workbook, CellStyle from, Severity severity) {
        CellStyle style = workbook.createCellStyle();
        style.cloneStyleFrom(from);
        style.setFillForegroundColor(
                (severity == Severity.ERROR ? IndexedColors.ROSE : IndexedColors.LIGHT_YELLOW).getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }

    private static int lastColumn(Sheet sheet) {
        int last = 0;
        for (Row row : sheet) {
            last = Math.max(last, row.getLastCellNum());
        }
        return last;
    }

    private static Row row(Sheet sheet, int index) {
        Row row = sheet.getRow(Math.max(0, index));
        return row == null ? sheet.createRow(Math.max(0, index)) : row;
    }

    private void writeAnew(SheetFile source, OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Dudao", "1.0");
        Worksheet sheet = workbook.newWorksheet("Sheet1");
        int[] width = {0};
        source.read(row -> {
            width[0] = Math.max(width[0], row.cells().size());
            return row.number() <= headerRow + 100;
        });
        source.read(row -> {
            copy(sheet, row, width[0]);
            return true;
        });
        workbook.finish();
    }

    private void copy(Worksheet sheet, SheetRow row, int reasonColumn) {
        int r = row.number() - 1;
        List<String> cells = row.cells();
        for (int c = 0; c < cells.size(); c++) {
            if (!cells.get(c).isEmpty()) {
                sheet.value(r, c, cells.get(c));
            }
        }
        if (row.number() == headerRow) {
            sheet.value(r, reasonColumn, Messages.text(locale, "registry.import.reason"));
        }
        Marks marks = rows.get(row.number());
        if (marks != null) {
            marks.cells.forEach((column, severity) -> sheet.style(r, column)
                    .fillColor(severity == Severity.ERROR ? ERROR_FILL : OTHER_FILL)
                    .set());
            sheet.value(r, reasonColumn, marks.reasons.toString());
        }
        if (r % 1_000 == 999) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
