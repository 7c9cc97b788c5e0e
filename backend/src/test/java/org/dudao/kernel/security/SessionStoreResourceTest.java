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
import java.util.UUID;
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
        String name = store.keep(tokens(), UUID.randomUUID(), in(Duration.ofHours(8)));
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
        String name = store.keep(
                new AuthorizationCodeTokens("the-id", null, null), UUID.randomUUID(), in(Duration.ofHours(8)));
        AuthorizationCodeTokens found = store.find(name).orElseThrow();
        assertNull(found.getRefreshToken());
        assertNull(found.getAccessTokenExpiresIn());
    }

    @Test
    void no_name_can_be_read_from_the_database_and_none_is_given_twice() {
        String name = store.keep(tokens(), UUID.randomUUID(), in(Duration.ofHours(8)));
        assertNotEquals(name, store.keep(tokens(), UUID.randomUUID(), in(Duration.ofHours(8))));
        List<String> rows = jdbi.withHandle(h -> h.createQuery("select s::text from kernel.session s")
                .mapTo(String.class)
                .list());
        assertFalse(rows.toString().contains(name));
    }

    @Test
    void a_renewed_login_keeps_its_earlier_names_and_a_logout_ends_them_all() {
        UUID login = UUID.randomUUID();
        String first = store.keep(tokens(), login, in(Duration.ofHours(8)));
        String renewed = store.keep(tokens(), store.login(first).orElseThrow(), in(Duration.ofHours(8)));
        String other = store.keep(tokens(), UUID.randomUUID(), in(Duration.ofHours(8)));
        assertTrue(store.find(first).isPresent());
        store.end(renewed);
        assertTrue(store.find(first).isEmpty());
        assertTrue(store.find(renewed).isEmpty());
        assertTrue(store.find(other).isPresent());
    }

    @Test
    void one_that_has_expired_is_gone_and_swept() {
        String expired = store.keep(tokens(), UUID.randomUUID(), in(Duration.ofSeconds(-1)));
        String valid = store.keep(tokens(), UUID.randomUUID(), in(Duration.ofHours(8)));
        assertTrue(store.find(expired).isEmpty());
        assertTrue(store.login(expired).isEmpty());
        store.sweep();
        assertTrue(store.find(valid).isPresent());
    }
}
