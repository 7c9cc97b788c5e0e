package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What earlier rows of a file said, for comparing the years of one file. Kept as one array of doubles for each school
 * and year (about 250 bytes), because a file may have 100,000 rows; precise enough for a question of ±50 %.
 */
final class EarlierRows {
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Long, double[]> rows = new HashMap<>();

    void remember(String code, int year, Map<String, BigDecimal> values) {
        for (String k : values.keySet()) {
            positions.computeIfAbsent(k, x -> positions.size());
        }
        double[] row = rows.getOrDefault(key(code, year), new double[0]);
        int known = row.length;
        row = Arrays.copyOf(row, positions.size());
        Arrays.fill(row, known, row.length, Double.NaN);
        for (Map.Entry<String, BigDecimal> value : values.entrySet()) {
            row[positions.get(value.getKey())] = value.getValue().doubleValue();
        }
        rows.put(key(code, year), row);
    }

    Map<String, BigDecimal> of(String code, int year, Set<String> wanted) {
        double[] row = rows.get(key(code, year));
        if (row == null) {
            return Map.of();
        }
        Map<String, BigDecimal> found = new HashMap<>();
        for (String key : wanted) {
            Integer position = positions.get(key);
            if (position != null && position < row.length && !Double.isNaN(row[position])) {
                found.put(key, BigDecimal.valueOf(row[position]));
            }
        }
        return found;
    }

    /** School and year as one number, the code in the low digits: so neighbouring schools spread over a hash table. */
    static Long key(String code, int year) {
        return year * 10_000_000_000L + Long.parseLong(code);
    }
}
