package org.dudao.kernel.page;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param items the rows of this page, in the order asked for
 * @param page number of this page, from 1
 * @param size most rows a page holds
 * @param total rows in the whole list under the same filter and the caller's scope
 */
public record Page<T>(List<T> items, int page, int size, long total) {
    public <R> Page<R> map(Function<T, R> f) {
        return new Page<>(items.stream().map(f).toList(), page, size, total);
    }
}
