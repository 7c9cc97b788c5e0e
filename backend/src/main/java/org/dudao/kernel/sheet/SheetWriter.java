package org.dudao.kernel.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes one sheet of rows as xlsx, streaming. Text is always written as text: a cell that begins with {@code =} stays
 * text and can never run as a formula.
 */
public final class SheetWriter implements AutoCloseable {
    private static final int FLUSH_EVERY = 1_000;
    private static final String HEAD_FILL = "E6F0F0";
    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    public SheetWriter(OutputStream out, String sheetName, List<String> headers) {
        workbook = new Workbook(out, "Dudao", "1.0");
        sheet = workbook.newWorksheet(sheetName);
        sheet.freezePane(1, 1);
        for (int c = 0; c < headers.size(); c++) {
            sheet.value(0, c, headers.get(c));
            sheet.width(c, Math.min(40, Math.max(10, headers.get(c).length() * 2.2 + 2)));
        }
        if (!headers.isEmpty()) {
            sheet.range(0, 0, 0, headers.size() - 1)
                    .style()
                    .bold()
                    .fillColor(HEAD_FILL)
                    .wrapText(true)
                    .set();
        }
        row = 1;
    }

    /** Adds a row; null leaves a cell empty, numbers become numbers, everything else text. */
    public void row(List<?> values) {
        for (int c = 0; c < values.size(); c++) {
            Object value = values.get(c);
            if (value instanceof BigDecimal n) {
                sheet.value(row, c, n);
            } else if (value instanceof Number n) {
                sheet.value(row, c, n);
            } else if (value instanceof Boolean b) {
                sheet.value(row, c, b);
            } else if (value != null) {
                sheet.value(row, c, value.toString());
            }
        }
        if (++row % FLUSH_EVERY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
