package org.dudao.kernel.page;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.TreeSet;
import org.dudao.kernel.error.Problem;

/** The paging parameters every list endpoint takes: {@code page} from 1, {@code size} up to 200, {@code sort}. */
public class PageRequest {
    /** Most characters of a search text ({@code q}), on every list alike. */
    public static final int MAX_SEARCH = 100;

    @QueryParam("page")
    @DefaultValue("1")
    @Min(1)
    @Max(1_000_000)
    public int page = 1;

    @QueryParam("size")
    @DefaultValue("20")
    @Min(1)
    @Max(200)
    public int size = 20;

    /** A field name, with a leading {@code -} for descending order; absent means the list's own order. */
    @QueryParam("sort")
    @Pattern(regexp = "-?[A-Za-z][A-Za-z0-9.]*")
    public String sort;

    public int offset() {
        return (page - 1) * size;
    }

    /**
     * The SQL ordering for {@link #sort}.
     *
     * @param columns sortable field → SQL expression; nothing else ever reaches the statement
     * @param fallback ordering when none is asked for; also appended as the tie breaker, so that pages never overlap
     * @throws Problem 400 {@code kernel.page.sort} naming the fields that can be sorted by
     */
    public String orderBy(Map<String, String> columns, String fallback) {
        if (sort == null || sort.isBlank()) {
            return " order by " + fallback;
        }
        boolean descending = sort.startsWith("-");
        String column = columns.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            throw Problem.badRequest(
                    "kernel.page.sort", "sort", sort, String.join(", ", new TreeSet<>(columns.keySet())));
        }
        return " order by " + column + (descending ? " desc nulls last, " : " asc nulls last, ") + fallback;
    }
}
