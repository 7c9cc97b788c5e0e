package org.dudao.kernel.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.oidc.AuthorizationCodeTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.dudao.support.DatabaseResource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(DatabaseResource.class)
class SessionStoreResourceTest {
    @Inject
    SessionStore store;

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private static AuthorizationCodeTokens tokens() {
        return new AuthorizationCodeTokens("the-id", "the-access", "the-refresh", 300L, "openid");
    }

    private Instant in(Duration time) {
        return clock.instant().plus(time);
    }

    @Test
    void what_was_kept_is_found_by_its_name_alone() {
        String name = store.keep(tokens(), in(Duration.ofHours(8)));
        AuthorizationCodeTokens found = store.find(name).orElseThrow();
        assertEquals("the-id", found.getIdToken());
        assertEquals("the-access", found.getAccessToken());
        assertEquals("the-refresh", found.getRefreshToken());
        assertEquals(300L, found.getAccessTokenExpiresIn());
        assertEquals("openid", found.getAccessTokenScope());
        assertTrue(store.find(name + "x").isEmpty());
        assertTrue(store.find("").isEmpty());
    }

    @Test
    void tokens_without_a_refresh_token_stay_without() {
        String name = store.keep(new AuthorizationCodeTokens("the-id", null, null), in(Duration.ofHours(8)));
        AuthorizationCodeTokens found = store.find(name).orElseThrow();
        assertNull(found.getRefreshToken());
        assertNull(found.getAccessTokenExpiresIn());
    }

    @Test
    void no_name_can_be_read_from_the_database_and_none_is_given_twice() {
        String name = store.keep(tokens(), in(Duration.ofHours(8)));
        assertNotEquals(name, store.keep(tokens(), in(Duration.ofHours(8))));
        List<String> rows = jdbi.withHandle(h -> h.createQuery("select s::text from kernel.session s")
                .mapTo(String.class)
                .list());
        assertFalse(rows.toString().contains(name));
    }

    @Test
    void one_that_was_ended_or_has_expired_is_gone_and_ending_never_prolongs() {
        String ended = store.keep(tokens(), in(Duration.ofHours(8)));
        store.end(ended, clock.instant());
        assertTrue(store.find(ended).isEmpty());
        store.end(ended, in(SessionStore.RENEWED));
        assertTrue(store.find(ended).isEmpty());
        String renewed = store.keep(tokens(), in(Duration.ofHours(8)));
        store.end(renewed, in(SessionStore.RENEWED));
        assertTrue(store.find(renewed).isPresent());
        assertTrue(store.find(store.keep(tokens(), in(Duration.ofSeconds(-1)))).isEmpty());
        store.sweep();
        assertTrue(store.find(renewed).isPresent());
    }
}
