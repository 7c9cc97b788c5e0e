package org.dudao.zone.internal;

import java.util.List;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;

/** The county a thing belongs to: inspectors and zones are arranged by the county's office. */
public final class Counties {
    private static final int DIGITS = 6;

    private Counties() {}

    /** The first six digits; what is shorter is its own. */
    public static String of(String region) {
        return region.substring(0, Math.min(DIGITS, region.length()));
    }

    /**
     * The county of an office.
     *
     * @throws Problem 403 for an account above the counties
     */
    public static String require(Account by) {
        String region = by.scope().regionPrefix();
        if (region.length() != DIGITS) {
            throw Problem.forbidden("zone.county");
        }
        return region;
    }

    public static void requireChanged(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }
}
