package org.dudao.kernel.file;

import java.util.Collection;
import java.util.UUID;
import org.dudao.kernel.security.Account;

/** Checks ids of files for modules that may not ask the module that keeps them. Kept by {@code evidence}. */
public interface FileReferences {
    /**
     * @param field field of the request the ids came in, for the message
     * @throws org.dudao.kernel.error.Problem 422 when one is unknown to the account, not all received yet, or infected
     */
    void check(Collection<UUID> files, Account by, String field);
}
