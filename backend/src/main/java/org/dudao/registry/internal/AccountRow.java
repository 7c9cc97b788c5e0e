package org.dudao.registry.internal;

import java.time.Instant;
import java.util.UUID;

/**
 * An account as the director sees it.
 *
 * @param phone masked in lists ({@code 138****5678}), whole on the account's own page
 * @param lastSeenAt last request, to within five minutes; null when never
 * @param demo belongs to the embedded demonstration
 */
public record AccountRow(
        UUID id,
        String username,
        String subject,
        String name,
        String phone,
        String post,
        String role,
        String regionCode,
        String regionName,
        UUID zoneId,
        String zoneName,
        UUID schoolId,
        String schoolName,
        boolean enabled,
        boolean demo,
        Instant lastSeenAt,
        long version) {}
