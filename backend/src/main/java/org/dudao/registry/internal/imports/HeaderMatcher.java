package org.dudao.registry.internal.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;

/**
 * Finds the header row of a sheet and what each column is. Titles above it are passed over; headers merged over two
 * rows ({@code 小学} above {@code 在校生数}) are read together; columns may stand in any order.
 */
final class HeaderMatcher {
    /** How many rows at the top may hold titles and headers. */
    static final int LOOK_AT = 30;

    private static final int SAMPLES = 3;

    /**
     * What was found.
     *
     * @param row number of the header row (the lower one of two), 0 when the sheet is blank
     * @param headers all columns with a header
     * @param columns target → column, from 0
     * @param duplicates targets found in more than one column
     */
    record Match(int row, List<SheetHeader> headers, Map<String, Integer> columns, Set<String> duplicates) {}

    private final Map<String, String> targets = new HashMap<>();

    HeaderMatcher(List<ImportTarget> known) {
        for (ImportTarget target : known) {
            target.keys().forEach(k -> targets.putIfAbsent(k, target.code()));
        }
    }

    /** Looks at the first rows of a sheet. */
    Match match(List<SheetRow> top) {
        int best = -1;
        Map<Integer, String> bestFound = Map.of();
        for (int i = 0; i < top.size(); i++) {
            Map<Integer, String> found = recognise(texts(top, i));
            if (found.size() > bestFound.size()) {
                best = i;
                bestFound = found;
            }
        }
        if (best < 0) {
            best = widest(top);
        }
        if (best < 0) {
            return new Match(0, List.of(), Map.of(), Set.of());
        }
        return describe(top, best, bestFound);
    }

    private static int widest(List<SheetRow> top) {
        int best = -1;
        for (int i = 0; i < top.size(); i++) {
            if (top.get(i).filled() > (best < 0 ? 0 : top.get(best).filled())) {
                best = i;
            }
        }
        return best;
    }

    private Match describe(List<SheetRow> top, int index, Map<Integer, String> found) {
        List<List<String>> texts = texts(top, index);
        Map<String, Integer> columns = new LinkedHashMap<>();
        Set<String> duplicates = new HashSet<>();
        found.forEach((column, target) -> {
            if (columns.putIfAbsent(target, column) != null) {
                duplicates.add(target);
            }
        });
        List<SheetHeader> headers = new ArrayList<>();
        for (int c = 0; c < texts.size(); c++) {
            List<String> candidates = texts.get(c);
            if (!candidates.isEmpty()) {
                headers.add(new SheetHeader(
                        SheetRow.columnName(c), candidates.get(0), found.get(c), samples(top, index, c)));
            }
        }
        return new Match(top.get(index).number(), headers, columns, duplicates);
    }

    private static List<String> samples(List<SheetRow> top, int index, int column) {
        List<String> samples = new ArrayList<>();
        for (int i = index + 1; i < top.size() && samples.size() < SAMPLES; i++) {
            String text = CellText.clean(top.get(i).cell(column));
            if (!text.isEmpty()) {
                samples.add(text.length() > 40 ? text.substring(0, 40) : text);
            }
        }
        return samples;
    }

    private Map<Integer, String> recognise(List<List<String>> texts) {
        Map<Integer, String> found = new LinkedHashMap<>();
        for (int c = 0; c < texts.size(); c++) {
            for (String candidate : texts.get(c)) {
                String target = targets.get(CellText.headerKey(candidate));
                if (target != null) {
                    found.put(c, target);
                    break;
                }
            }
        }
        return found;
    }

    private boolean known(String header) {
        return targets.containsKey(CellText.headerKey(header));
    }

    /** For each column what its header may be read as: with the merged header above first, then its own text alone. */
    private List<List<String>> texts(List<SheetRow> top, int index) {
        SheetRow own = top.get(index);
        SheetRow above = index > 0 ? top.get(index - 1) : null;
        int width =
                Math.max(own.cells().size(), above == null ? 0 : above.cells().size());
        boolean grouped = above != null && above.filled() > 1;
        List<List<String>> texts = new ArrayList<>();
        String group = "";
        for (int c = 0; c < width; c++) {
            String mine = CellText.clean(own.cell(c));
            String over = grouped ? CellText.clean(above.cell(c)) : "";
            if (!over.isEmpty()) {
                group = over;
            }
            if (over.isEmpty() && !known(group + " " + mine) && known(mine)) {
                // the merged header ended before this column
                group = "";
            }
            List<String> candidates = new ArrayList<>();
            if (!mine.isEmpty() && grouped && !group.isEmpty()) {
                candidates.add(group + " " + mine);
            }
            if (!mine.isEmpty()) {
                candidates.add(mine);
            } else if (!over.isEmpty()) {
                candidates.add(over);
            }
            texts.add(candidates);
        }
        return texts;
    }
}
