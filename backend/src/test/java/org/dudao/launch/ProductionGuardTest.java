package org.dudao.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProductionGuardTest {
    private static final Optional<String> PROVIDER = Optional.of("https://id.example/realms/dudao");
    private static final Optional<String> CLIENT = Optional.of("a-secret-of-this-installation");
    private static final Optional<String> SESSION = Optional.of("0123456789abcdef0123456789abcdef");

    @Test
    void a_clock_that_runs_ahead_is_refused() {
        assertTrue(ProductionGuard.faults(PROVIDER, CLIENT, SESSION, 0, Period.ofDays(30))
                .get(0)
                .startsWith("DUDAO_CLOCK_AHEAD"));
    }

    @Test
    void own_secrets_and_no_demonstration_accounts_may_start() {
        assertEquals(List.of(), ProductionGuard.faults(PROVIDER, CLIENT, SESSION, 0, Period.ZERO));
    }

    @Test
    void demonstration_secrets_are_refused() {
        Optional<String> client = Optional.of("demo-only-client-secret-of-the-embedded-default");
        Optional<String> session = Optional.of("demo-only-session-secret-of-the-embedded-default");
        assertTrue(ProductionGuard.faults(PROVIDER, client, SESSION, 0, Period.ZERO)
                .get(0)
                .contains("DUDAO_OIDC_CLIENT_SECRET"));
        assertTrue(ProductionGuard.faults(PROVIDER, CLIENT, session, 0, Period.ZERO)
                .get(0)
                .contains("DUDAO_SESSION_SECRET"));
    }

    @Test
    void enabled_demonstration_accounts_are_refused() {
        assertTrue(ProductionGuard.faults(PROVIDER, CLIENT, SESSION, 7, Period.ZERO)
                .get(0)
                .startsWith("7 demonstration accounts"));
    }

    @Test
    void missing_and_short_secrets_are_all_named_at_once() {
        assertEquals(
                3,
                ProductionGuard.faults(Optional.empty(), Optional.empty(), Optional.of("short"), 0, Period.ZERO)
                        .size());
    }
}
