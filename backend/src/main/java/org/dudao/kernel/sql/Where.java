package org.dudao.kernel.sql;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A {@code where} clause put together from conditions that apply. Values are always bound, never written into the
 * statement; only constants of the code base reach the SQL text.
 */
public final class Where {
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> bindings = new LinkedHashMap<>();

    /** Adds a condition that binds nothing. */
    public Where and(String condition) {
        conditions.add(condition);
        return this;
    }

    /** Adds a condition that binds one value by name. */
    public Where and(String condition, String name, Object value) {
        conditions.add(condition);
        bindings.put(name, value);
        return this;
    }

    /** As {@link #and(String, String, Object)}, unless the value is null or blank: then the condition does not apply. */
    public Where andIf(String condition, String name, Object value) {
        return value == null || value instanceof String s && s.isBlank() ? this : and(condition, name, value);
    }

    /** Matches rows where any of the columns contains the text, letter case ignored. */
    public Where contains(String text, String... columns) {
        if (text == null || text.isBlank()) {
            return this;
        }
        String pattern =
                "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        List<String> any = new ArrayList<>();
        for (String column : columns) {
            any.add(column + " ilike :contains");
        }
        return and("(" + String.join(" or ", any) + ")", "contains", pattern);
    }

    public String sql() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    public Map<String, Object> bindings() {
        return bindings;
    }
}
