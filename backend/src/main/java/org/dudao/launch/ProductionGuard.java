package org.dudao.launch;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps the demonstration out of production: a start in production mode is refused while a demonstration secret is
 * configured or a demonstration account is enabled, or a secret is missing.
 */
@ApplicationScoped
class ProductionGuard {
    /** Every secret of the embedded default begins so. */
    static final String DEMONSTRATION = "demo-only-";

    private static final int SESSION_SECRET_LENGTH = 32;

    @ConfigProperty(name = "dudao.mode")
    String mode;

    @ConfigProperty(name = "quarkus.oidc.auth-server-url")
    Optional<String> providerUrl;

    @ConfigProperty(name = "quarkus.oidc.credentials.secret")
    Optional<String> clientSecret;

    @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
    Optional<String> sessionSecret;

    @ConfigProperty(name = "dudao.clock.ahead", defaultValue = "P0D")
    Period ahead;

    @Inject
    Jdbi jdbi;

    void check(@Observes @Priority(1) StartupEvent event) {
        if (!"production".equals(mode)) {
            return;
        }
        List<String> faults = faults(providerUrl, clientSecret, sessionSecret, enabledDemonstrationAccounts(), ahead);
        if (!faults.isEmpty()) {
            throw new LaunchFailure("拒绝启动 / refusing to start: " + String.join("; ", faults), null);
        }
    }

    static List<String> faults(
            Optional<String> provider,
            Optional<String> client,
            Optional<String> session,
            int demonstrationAccounts,
            Period ahead) {
        List<String> faults = new ArrayList<>();
        if (!ahead.isZero()) {
            faults.add("DUDAO_CLOCK_AHEAD is for the demonstration only");
        }
        if (provider.filter(s -> !s.isBlank()).isEmpty()) {
            faults.add("DUDAO_OIDC_URL is not set");
        }
        if (client.filter(s -> !s.isBlank()).isEmpty()) {
            faults.add("DUDAO_OIDC_CLIENT_SECRET is not set");
        }
        if (client.filter(s -> s.startsWith(DEMONSTRATION)).isPresent()) {
            faults.add("DUDAO_OIDC_CLIENT_SECRET is the demonstration's");
        }
        if (session.filter(s -> s.length() >= SESSION_SECRET_LENGTH).isEmpty()) {
            faults.add("DUDAO_SESSION_SECRET must have at least " + SESSION_SECRET_LENGTH + " characters");
        }
        if (session.filter(s -> s.startsWith(DEMONSTRATION)).isPresent()) {
            faults.add("DUDAO_SESSION_SECRET is the demonstration's");
        }
        if (demonstrationAccounts > 0) {
            faults.add(demonstrationAccounts + " demonstration accounts are enabled in this database");
        }
        return faults;
    }

    private int enabledDemonstrationAccounts() {
        return jdbi.withHandle(h -> h.createQuery("select count(*) from registry.account where demo and enabled")
                .mapTo(int.class)
                .one());
    }
}
