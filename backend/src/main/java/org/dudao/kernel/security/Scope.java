package org.dudao.kernel.security;

import java.util.UUID;
import org.dudao.kernel.error.Problem;

/**
 * What a caller may see: everything whose region code begins with a prefix, narrowed to one zone's schools or to one
 * school. Every repository loads inside it; nothing outside is ever read, counted or named.
 *
 * @param regionPrefix national region code: 53 ⊃ 5303 ⊃ 530322 ⊃ 530322101; never empty
 * @param zoneId responsibility zone (督学责任区) of an inspector, or null
 * @param schoolId the one school of a school account, or null
 */
public record Scope(String regionPrefix, UUID zoneId, UUID schoolId) {
    public Scope {
        if (regionPrefix == null || regionPrefix.isBlank()) {
            throw new IllegalArgumentException("a scope without a region would see everything");
        }
    }

    public static Scope region(String prefix) {
        return new Scope(prefix, null, null);
    }

    /** Whether rows of this region are inside the region part of the scope. */
    public boolean coversRegion(String regionCode) {
        return regionCode != null && regionCode.startsWith(regionPrefix);
    }

    /** Whether the scope is a whole region, not one zone or school of it. */
    public boolean wholeRegion() {
        return zoneId == null && schoolId == null;
    }

    /**
     * The region asked for, or the scope's own when none is.
     *
     * @throws Problem 404 when it lies outside, worded as if it did not exist
     */
    public String requireRegion(String regionCode) {
        if (regionCode == null || regionCode.isBlank()) {
            return regionPrefix;
        }
        if (!coversRegion(regionCode)) {
            throw Problem.notFound("kernel.region.notFound", regionCode);
        }
        return regionCode;
    }
}
