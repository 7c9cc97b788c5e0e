package org.dudao.kernel.security;

import java.util.Optional;

/** Finds the account of a token's subject. Kept by the registry. */
public interface AccountDirectory {
    /** The enabled account of a subject; empty for an unknown or disabled one. May block. */
    Optional<Account> find(String subject);
}
