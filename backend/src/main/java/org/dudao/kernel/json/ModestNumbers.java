package org.dudao.kernel.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Numbers from outside that exact arithmetic can hold: {@code 1e999999999} is valid JSON, and adding 1 writes it out. */
public final class ModestNumbers {
    private static final int MOST_DIGITS = 20;

    private ModestNumbers() {}

    /** Whether a number has at most 20 digits before and after its point. */
    public static boolean isModest(BigDecimal value) {
        return value.signum() == 0
                || (value.scale() <= MOST_DIGITS && (long) value.precision() - value.scale() <= MOST_DIGITS);
    }

    /** Paths of the numbers in a document that are not modest, e.g. {@code answers[2].number}. */
    public static List<String> outsized(Object document) {
        List<String> paths = new ArrayList<>();
        walk("", Documents.tree(document), paths);
        return paths;
    }

    private static void walk(String path, JsonNode node, List<String> paths) {
        if (node.isNumber() && !isModest(node.decimalValue())) {
            paths.add(path);
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "[" + i + "]", node.get(i), paths);
            }
        } else if (node.isObject()) {
            node.fields()
                    .forEachRemaining(
                            f -> walk(path.isEmpty() ? f.getKey() : path + "." + f.getKey(), f.getValue(), paths));
        }
    }
}
