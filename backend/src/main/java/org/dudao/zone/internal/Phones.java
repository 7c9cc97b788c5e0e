package org.dudao.zone.internal;

import java.util.Set;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;

/** A person's telephone: whole for the office and the person, masked for everybody else. */
final class Phones {
    private static final Set<String> OFFICE = Set.of(Roles.DIRECTOR, Roles.OFFICER, Roles.INSPECTOR);
    private static final int HEAD = 3;
    private static final int TAIL = 4;

    private Phones() {}

    static String seenBy(String phone, Account by) {
        return phone == null || OFFICE.contains(by.role()) ? phone : masked(phone);
    }

    /** First three and last four of what is long enough; nothing at all of what is not. */
    static String masked(String phone) {
        return phone.length() <= HEAD + TAIL
                ? "*".repeat(phone.length())
                : phone.substring(0, HEAD)
                        + "*".repeat(phone.length() - HEAD - TAIL)
                        + phone.substring(phone.length() - TAIL);
    }
}
