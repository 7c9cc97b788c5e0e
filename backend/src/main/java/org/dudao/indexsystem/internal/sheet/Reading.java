package org.dudao.indexsystem.internal.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.internal.sheet.Layout.Column;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetFile;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.kernel.text.Messages;

/**
 * Reads the workbook: columns by header in any order, merged indicator cells carried down, one item a row. A blank indicator
 * cell is the one above it, as long as nothing to its left is new.
 */
public final class Reading {
    private static final int HEADER_WITHIN = 20;
    private static final int MOST_ROWS = 1_000;
    private static final int LONGEST_NAME = 200;

    /** One row as read; {@code path} holds one to four names. */
    record Line(int row, List<String> path, String guide, BigDecimal points, String method, String code, Kind kind) {}

    private final Map<Column, Integer> columns = new EnumMap<>(Column.class);
    private final List<Line> lines = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private final String[] above = new String[Layout.LEVELS];
    private final Map<String, Kind> kinds = new HashMap<>();

    private Reading() {
        for (Kind kind : Kind.values()) {
            kinds.put(kind.name(), kind);
            for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
                kinds.put(CellText.headerKey(Layout.kind(kind, locale)), kind);
            }
        }
    }

    /**
     * The tree a workbook holds. What the workbook has no column for (options, standards, deductions, weights) is kept
     * from the base by code, and for indicators by name.
     *
     * @throws Problem 422 naming every row and column that cannot be read, or the headers that are missing
     */
    public static List<IndexNode> tree(Path file, List<IndexNode> base) throws IOException {
        Reading reading = new Reading();
        SheetFile.open(file).read(reading::row);
        if (reading.columns.isEmpty()) {
            throw Problem.unprocessable(
                    "indexsystem.sheet.headers",
                    "file",
                    Column.LEVEL1.header(Messages.CHINESE),
                    Column.POINTS.header(Messages.CHINESE));
        }
        if (reading.lines.isEmpty()) {
            throw Problem.unprocessable("indexsystem.sheet.empty", "file");
        }
        if (!reading.errors.isEmpty()) {
            throw Problem.invalid(reading.errors);
        }
        return new Assembly(base).tree(reading.lines);
    }

    private boolean row(SheetRow row) {
        if (columns.isEmpty()) {
            header(row);
            return row.number() < HEADER_WITHIN || !columns.isEmpty();
        }
        if (row.filled() > 0) {
            line(row);
        }
        return lines.size() < MOST_ROWS;
    }

    private void header(SheetRow row) {
        Map<String, Column> known = new HashMap<>();
        for (Column column : Column.values()) {
            for (Locale locale : List.of(Messages.CHINESE, Locale.ENGLISH)) {
                known.put(CellText.headerKey(column.header(locale)), column);
            }
        }
        Map<Column, Integer> found = new EnumMap<>(Column.class);
        for (int c = 0; c < row.cells().size(); c++) {
            Column column = known.get(CellText.headerKey(row.cell(c)));
            if (column != null) {
                found.putIfAbsent(column, c);
            }
        }
        if (found.containsKey(Column.LEVEL1) && found.size() > 1) {
            columns.putAll(found);
        }
    }

    private String cell(SheetRow row, Column column) {
        Integer at = columns.get(column);
        return at == null ? "" : row.cell(at).strip();
    }

    private void line(SheetRow row) {
        List<String> path = path(row);
        if (path.isEmpty()) {
            error(row, Column.LEVEL1, "indexsystem.sheet.noIndicator");
            return;
        }
        String points = CellText.clean(cell(row, Column.POINTS));
        Optional<BigDecimal> number = CellText.saysNothing(points) ? Optional.empty() : CellText.number(points, "分");
        if (number.isEmpty() && !CellText.saysNothing(points)) {
            error(row, Column.POINTS, "indexsystem.sheet.points", points);
        }
        String kind = CellText.headerKey(cell(row, Column.KIND));
        if (!kind.isEmpty() && !kinds.containsKey(kind) && !kinds.containsKey(kind.toUpperCase(Locale.ROOT))) {
            error(row, Column.KIND, "indexsystem.sheet.kind", cell(row, Column.KIND));
        }
        lines.add(new Line(
                row.number(),
                path,
                cell(row, Column.GUIDE),
                number.map(BigDecimal::stripTrailingZeros).map(Reading::plain).orElse(null),
                cell(row, Column.METHOD),
                cell(row, Column.CODE),
                kinds.getOrDefault(kind, kinds.get(kind.toUpperCase(Locale.ROOT)))));
    }

    private List<String> path(SheetRow row) {
        boolean fresh = false;
        for (int level = 0; level < Layout.LEVELS; level++) {
            String name = cell(row, Column.values()[level]).replaceAll("\\s+", " ");
            if (!name.isEmpty()) {
                if (name.length() > LONGEST_NAME) {
                    error(row, Column.values()[level], "indexsystem.sheet.long", LONGEST_NAME);
                }
                above[level] = name;
                fresh = true;
                Arrays.fill(above, level + 1, Layout.LEVELS, null);
            } else if (fresh) {
                above[level] = null;
            }
        }
        List<String> path = new ArrayList<>();
        for (String name : above) {
            if (name != null) {
                path.add(name);
            }
        }
        return List.copyOf(path);
    }

    private void error(SheetRow row, Column column, String code, Object... params) {
        errors.add(FieldError.of("rows[" + row.number() + "]." + column.header(Messages.CHINESE), code, params));
    }

    private static BigDecimal plain(BigDecimal value) {
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    /** Groups of lines under one path, in order. */
    static Map<List<String>, List<Line>> byPath(List<Line> lines) {
        Map<List<String>, List<Line>> groups = new LinkedHashMap<>();
        lines.forEach(
                l -> groups.computeIfAbsent(l.path(), k -> new ArrayList<>()).add(l));
        return groups;
    }
}
