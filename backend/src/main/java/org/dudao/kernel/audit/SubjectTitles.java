package org.dudao.kernel.audit;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the things of a module are called, so that the trail can say more of them than kind and id. Every bean of this type is
 * asked.
 */
public interface SubjectTitles {
    /** Finds titles by id; ids without a thing are left out. */
    interface Finder {
        Map<String, String> of(Handle h, Collection<String> ids);
    }

    /** By the subject type the module's records bear, e.g. {@code school}. */
    Map<String, Finder> finders();

    /**
     * For things whose id is a UUID.
     *
     * @param sql selects id and title where {@code id = any(:ids)}
     */
    static Finder byUuid(String sql) {
        return (h, ids) -> titles(
                h,
                sql,
                UUID.class,
                ids.stream().map(SubjectTitles::uuid).filter(Objects::nonNull).toArray());
    }

    /**
     * For things whose id is a code.
     *
     * @param sql as for {@link #byUuid}
     */
    static Finder byCode(String sql) {
        return (h, ids) -> titles(h, sql, String.class, ids.toArray());
    }

    private static Map<String, String> titles(Handle h, String sql, Class<?> type, Object[] ids) {
        return ids.length == 0
                ? Map.of()
                : h.createQuery(sql)
                        .bindArray("ids", type, ids)
                        .reduceRows(new HashMap<String, String>(), (all, row) -> {
                            all.put(row.getColumn(1, String.class), row.getColumn(2, String.class));
                            return all;
                        });
    }

    private static UUID uuid(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
