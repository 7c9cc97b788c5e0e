package org.dudao.registry;

import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;

/** The scope predicate over rows of {@code registry.school}: the one place where it is written. */
public final class SchoolScope {
    private SchoolScope() {}

    /** Narrows a query to the schools a caller may see; {@code alias} is the school table's. */
    public static Where schools(Where where, Scope scope, String alias) {
        return where.and(alias + ".region_code like :scopeRegion || '%'", "scopeRegion", scope.regionPrefix())
                .andIf(alias + ".zone_id = :scopeZone", "scopeZone", scope.zoneId())
                .andIf(alias + ".id = :scopeSchool", "scopeSchool", scope.schoolId());
    }
}
