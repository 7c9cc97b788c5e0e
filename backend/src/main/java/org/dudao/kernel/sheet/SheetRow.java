package org.dudao.kernel.sheet;

import java.util.List;

/**
 * One row of a sheet as text.
 *
 * @param number row number as the person sees it, from 1
 * @param cells texts by column from A; an empty string where the cell is blank. Shorter than the sheet is wide when the
 *     row ends early
 */
public record SheetRow(int number, List<String> cells) {
    /** The text of a column, from 0; empty when the row is shorter. */
    public String cell(int column) {
        return column >= 0 && column < cells.size() ? cells.get(column) : "";
    }

    public long filled() {
        return cells.stream().filter(c -> !c.isBlank()).count();
    }

    /** {@code A} for 0, {@code AA} for 26. */
    public static String columnName(int column) {
        StringBuilder name = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            name.insert(0, (char) ('A' + c % 26));
        }
        return name.toString();
    }
}
