package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What earlier rows of a file said, for comparing the years of one file. Kept as one array of doubles for each school
 * and year (about 250 bytes), because a file may have 100,000 rows; precise enough for a question of ±50 %.
 */
final class EarlierRows {
    private final List<String> keys = new ArrayList<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<String, double[]> rows = new HashMap<>();

    void remember(String code, int year, Map<String, BigDecimal> values) {
        values.keySet()
                .forEach(k -> positions.computeIfAbsent(k, x -> {
                    keys.add(k);
                    return keys.size() - 1;
                }));
        double[] row = rows.getOrDefault(code + "/" + year, new double[0]);
        int known = row.length;
        row = Arrays.copyOf(row, keys.size());
        Arrays.fill(row, known, row.length, Double.NaN);
        for (Map.Entry<String, BigDecimal> value : values.entrySet()) {
            row[positions.get(value.getKey())] = value.getValue().doubleValue();
        }
        rows.put(code + "/" + year, row);
    }

    Map<String, BigDecimal> of(String code, int year, Set<String> wanted) {
        Map<String, BigDecimal> found = new HashMap<>();
        double[] row = rows.get(code + "/" + year);
        if (row != null) {
            for (String key : wanted) {
                Integer position = positions.get(key);
                if (position != null && position < row.length && !Double.isNaN(row[position])) {
                    found.put(key, BigDecimal.valueOf(row[position]));
                }
            }
        }
        return found;
    }
}
