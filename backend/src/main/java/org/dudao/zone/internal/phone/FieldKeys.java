package org.dudao.zone.internal.phone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.security.Account;
import org.jdbi.v3.core.Jdbi;

/** One key for each person, the same for ever: what was locked on a phone opens again whenever its owner logs in there. */
@ApplicationScoped
public class FieldKeys {
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * The caller's own key, made when first asked for.
     *
     * @return 32 bytes, for AES-256
     */
    @Transactional
    public byte[] own(Account by) {
        byte[] fresh = new byte[BYTES];
        RANDOM.nextBytes(fresh);
        byte[] key = jdbi.withHandle(h -> {
            h.createUpdate("insert into zone.field_key (account, secret, created_at) values (:account, :secret, :at)"
                            + " on conflict (account) do nothing")
                    .bind("account", by.subject())
                    .bind("secret", fresh)
                    .bind("at", clock.instant())
                    .execute();
            return h.createQuery("select secret from zone.field_key where account = :account")
                    .bind("account", by.subject())
                    .mapTo(byte[].class)
                    .one();
        });
        audit.record("phone.keyGiven", "account", by.id(), by.scope().regionPrefix(), Map.of());
        return key;
    }
}
