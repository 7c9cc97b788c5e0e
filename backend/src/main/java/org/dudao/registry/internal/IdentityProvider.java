package org.dudao.registry.internal;

/** The logins behind the accounts: ours to manage, or somebody else's. */
interface IdentityProvider {
    /** A login just made or reset; the password must be changed at the first use. */
    record Login(String subject, String temporaryPassword) {}

    /** Whether logins are created, disabled and reset here. */
    boolean managed();

    /**
     * Creates a login with the realm role of the same name.
     *
     * @throws org.dudao.kernel.error.Problem 409 when the user name is taken, 502-like 503 when the provider does not answer
     */
    Login create(String username, String name, String role);

    void changeRole(String subject, String before, String after);

    void setEnabled(String subject, boolean enabled);

    Login resetPassword(String subject);

    /** Undoes a creation whose account could not be stored. */
    void remove(String subject);
}
