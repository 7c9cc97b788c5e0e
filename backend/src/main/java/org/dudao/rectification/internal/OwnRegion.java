package org.dudao.rectification.internal;

import org.jdbi.v3.core.Handle;

/** What an office sets for its own region is set by one at a time. */
final class OwnRegion {
    private OwnRegion() {}

    /** Holds a region's terms and calendar to the end of the transaction. */
    static void lock(Handle h, String region) {
        h.createQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtext('rectification.own'), hashtext(:region))) held")
                .bind("region", region)
                .mapTo(int.class)
                .one();
    }
}
