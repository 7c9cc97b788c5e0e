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
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
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
    /** How long a name still counts after the session was renewed: for requests that were under way with it. */
    static final Duration RENEWED = Duration.ofMinutes(1);

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
        return request.runBlocking(() -> keep(tokens, clock.instant().plusSeconds(seconds)));
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

    @Override
    public Uni<Void> deleteTokens(
            RoutingContext routing, OidcTenantConfig config, String name, OidcRequestContext<Void> request) {
        boolean logout = logoutPath.equals(routing.normalizedPath());
        return request.runBlocking(() -> {
            end(name, clock.instant().plus(logout ? Duration.ZERO : RENEWED));
            return null;
        });
    }

    /** Keeps tokens; returns the name they are found by, which is kept nowhere. */
    String keep(AuthorizationCodeTokens tokens, Instant until) {
        byte[] bytes = new byte[NAME_BYTES];
        RANDOM.nextBytes(bytes);
        String name = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into kernel.session (id, id_token, access_token, refresh_token, expires_in, token_scope, valid_until)"
                                + " values (:id, :idToken, :access, :refresh, :expires, :scope, :until)")
                .bind("id", digest(name))
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

    /** Lets a name count no longer than until then. */
    void end(String name, Instant at) {
        jdbi.useHandle(h -> h.execute(
                "update kernel.session set valid_until = least(valid_until, ?) where id = ?", at, digest(name)));
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
