package org.dudao.kernel.security;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dudao.kernel.error.Problem;

/** The caller of the request under way. */
@RequestScoped
public class CurrentUser {
    @Inject
    SecurityIdentity identity;

    /**
     * The caller's account.
     *
     * @throws Problem 403 when the subject has none
     */
    public Account account() {
        Account account = accountOf(identity);
        if (account == null) {
            throw Problem.forbidden("kernel.account.unknown");
        }
        return account;
    }

    /** The account behind an identity; null when its subject has none. */
    public static Account accountOf(SecurityIdentity identity) {
        return identity.getAttribute(AccountAugmentor.ACCOUNT);
    }

    public String username() {
        return account().username();
    }

    public String displayName() {
        return account().displayName();
    }

    public String role() {
        return account().role();
    }

    public Scope scope() {
        return account().scope();
    }
}
