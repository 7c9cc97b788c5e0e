package org.dudao.kernel.security;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.inject.Inject;
import java.security.Principal;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Replaces whatever roles a token claims by the one role its account holds here. A subject without an enabled account
 * stays authenticated and holds no role.
 */
@ApplicationScoped
public class AccountAugmentor implements SecurityIdentityAugmentor {
    static final String ACCOUNT = "dudao.account";

    @Inject
    AccountDirectory directory;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (identity.isAnonymous()) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> withAccount(identity));
    }

    @ActivateRequestContext
    SecurityIdentity withAccount(SecurityIdentity identity) {
        QuarkusSecurityIdentity.Builder builder = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addAttributes(identity.getAttributes());
        identity.getCredentials().forEach(builder::addCredential);
        directory.find(subject(identity.getPrincipal())).ifPresent(account -> {
            builder.addRole(account.role());
            builder.addAttribute(ACCOUNT, account);
        });
        return builder.build();
    }

    private static String subject(Principal principal) {
        return principal instanceof JsonWebToken token && token.getSubject() != null
                ? token.getSubject()
                : principal.getName();
    }
}
