package org.dudao.balance.internal.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;

/** The scope of a caller who may have no account: machines may preview with a token alone. */
@RequestScoped
class Caller {
    private static final int FORBIDDEN = 403;

    @Inject
    CurrentUser user;

    /** Null when the subject holds no account; then only what is national is seen. */
    Scope scopeOrNull() {
        try {
            return user.scope();
        } catch (Problem p) {
            if (p.status() == FORBIDDEN) {
                return null;
            }
            throw p;
        }
    }
}
