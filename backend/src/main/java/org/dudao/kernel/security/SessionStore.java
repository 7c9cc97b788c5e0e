package org.dudao.kernel.security;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TokenStateManager;
import io.quarkus.oidc.runtime.CodeAuthenticationMechanism;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps what a login consists of on the server, so that the cookie of a browser is a short random name and not some kilobytes
 * of tokens that every request carries up a slow line (ADR 0062). Tokens come here encrypted by the framework.
 */
@ApplicationScoped
@Alternative
@Priority(1)
public class SessionStore implements TokenStateManager {
    private static final String LOGIN = SessionStore.class.getName() + ".login";
    private static final int NAME_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @ConfigProperty(name = "quarkus.oidc.logout.path")
    String logoutPath;

    @Override
    public Uni<String> createTokenState(
            RoutingContext routing,
            OidcTenantConfig config,
            AuthorizationCodeTokens tokens,
            OidcRequestContext<String> request) {
        Long seconds = routing.get(CodeAuthenticationMechanism.SESSION_MAX_AGE_PARAM);
        UUID login = routing.get(LOGIN);
        return request.runBlocking(() -> keep(
                tokens, login == null ? Ids.newId() : login, clock.instant().plusSeconds(seconds)));
    }

    @Override
    public Uni<AuthorizationCodeTokens> getTokens(
            RoutingContext routing,
            OidcTenantConfig config,
            String name,
            OidcRequestContext<AuthorizationCodeTokens> request) {
        return request.runBlocking(
                () -> find(name).orElseThrow(() -> new AuthenticationFailedException("no such session")));
    }

    /**
     * A logout ends every name its login ever had. A renewal ends none: the answer with the new name may be lost on a bad line, and
     * other requests are under way with the old one; it only hands the login on to the name that follows.
     */
    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing, OidcTenantConfig config, String name, OidcRequestContext<Void> request) {
        boolean logout = logoutPath.equals(routing.normalizedPath());
        return request.runBlocking(() -> {
            if (logout) {
                end(name);
            } else {
                login(name).ifPresent(login -> routing.put(LOGIN, login));
            }
            return null;
        });
    }

    /**
     * Keeps tokens; returns the name they are found by, which is kept nowhere.
     *
     * @param login what all names of one login have in common
     */
    String keep(AuthorizationCodeTokens tokens, UUID login, Instant until) {
        byte[] bytes = new byte[NAME_BYTES];
        RANDOM.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbi.useHandle(
                h -> h.createUpdate("insert into kernel.session (id, login, id_token, access_token, refresh_token,"
                                + " expires_in, token_scope, valid_until)"
                                + " values (:id, :login, :idToken, :access, :refresh, :expires, :scope, :until)")
                        .bind("id", digest(name))
                        .bind("login", login)
                        .bind("idToken", tokens.getIdToken())
                        .bind("access", tokens.getAccessToken())
                        .bind("refresh", tokens.getRefreshToken())
                        .bind("expires", tokens.getAccessTokenExpiresIn())
                        .bind("scope", tokens.getAccessTokenScope())
                        .bind("until", until)
                        .execute());
        return name;
    }

    /** The tokens kept under a name; empty for one that was never given, has expired or was ended. */
    Optional<AuthorizationCodeTokens> find(String name) {
        return jdbi.withHandle(h -> h.createQuery("select * from kernel.session where id = :id and valid_until > :now")
                .bind("id", digest(name))
                .bind("now", clock.instant())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** The login a name belongs to. */
    Optional<UUID> login(String name) {
        return jdbi.withHandle(
                h -> h.createQuery("select login from kernel.session where id = :id and valid_until > :now")
                        .bind("id", digest(name))
                        .bind("now", clock.instant())
                        .mapTo(UUID.class)
                        .findOne());
    }

    /** Ends the login a name belongs to, under all its names. */
    void end(String name) {
        jdbi.useHandle(h -> h.execute(
                "delete from kernel.session where login = (select login from kernel.session where id = ?)",
                digest(name)));
    }

    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        jdbi.useHandle(h -> h.execute("delete from kernel.session where valid_until <= ?", clock.instant()));
    }

    private static AuthorizationCodeTokens read(ResultSet r) throws SQLException {
        return new AuthorizationCodeTokens(
                r.getString("id_token"),
                r.getString("access_token"),
                r.getString("refresh_token"),
                r.getObject("expires_in", Long.class),
                r.getString("token_scope"));
    }

    private static String digest(String name) {
        return Documents.checksum("session:" + name);
    }
}
