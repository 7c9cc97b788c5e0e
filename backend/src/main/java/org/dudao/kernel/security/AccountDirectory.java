package org.dudao.kernel.security;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Finds the account of a token's subject. Kept by the registry. */
public interface AccountDirectory {
    /** The enabled account of a subject; empty for an unknown or disabled one. May block. */
    Optional<Account> find(String subject);

    /**
     * Subjects of the enabled accounts that answer for something: the office of the county it lies in, the inspector of
     * the school's zone, the township itself (never for a school), the school itself. Offices above the county are not
     * meant.
     *
     * @param roles only these
     * @param regionCode region of the thing
     * @param schoolId school it belongs to; null when it is the region's own
     */
    List<String> answering(Set<String> roles, String regionCode, UUID schoolId);
}
