package org.dudao.registry.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Scope;
import org.jdbi.v3.core.Jdbi;

/**
 * Accounts by token subject, remembered for a few seconds: a change on another node takes effect within that time, one
 * on this node at once.
 */
@ApplicationScoped
class DatabaseAccountDirectory implements AccountDirectory {
    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(5);

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    private final Cache<String, Optional<Account>> accounts = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED)
            .maximumSize(10_000)
            .build();

    private final Cache<String, Boolean> seen = Caffeine.newBuilder()
            .expireAfterWrite(SEEN_EVERY)
            .maximumSize(100_000)
            .build();

    @Override
    @Transactional
    public Optional<Account> find(String subject) {
        Optional<Account> account = accounts.get(subject, this::load);
        if (account.isPresent() && seen.asMap().putIfAbsent(subject, true) == null) {
            jdbi.useHandle(
                    h -> h.createUpdate("update registry.account set last_seen_at = :now where subject = :subject")
                            .bind("now", Timestamp.from(clock.instant()))
                            .bind("subject", subject)
                            .execute());
        }
        return account;
    }

    @Override
    @Transactional
    public List<String> answering(Set<String> roles, String regionCode, UUID schoolId) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select a.subject from registry.account a"
                                + " left join registry.school s on s.id = :school where a.enabled and a.role = any(:roles) and case a.role"
                                + " when 'school' then a.school_id = s.id when 'inspector' then a.zone_id = s.zone_id"
                                + " when 'township' then s.id is null and a.region_code = :region"
                                + " when 'province' then false"
                                + " else length(a.region_code) >= 6 and :region like a.region_code || '%' end order by a.subject")
                .bind("school", schoolId)
                .bindArray("roles", String.class, roles.toArray())
                .bind("region", regionCode)
                .mapTo(String.class)
                .list());
    }

    void forget(String subject) {
        accounts.invalidate(subject);
    }

    private Optional<Account> load(String subject) {
        return jdbi.withHandle(h -> h.createQuery("select a.id, a.subject, a.username, p.name, a.role, a.region_code,"
                        + " a.zone_id, a.school_id from registry.account a join registry.person p on p.id = a.person_id"
                        + " where a.subject = :subject and a.enabled")
                .bind("subject", subject)
                .map((r, c) -> new Account(
                        r.getObject("id", UUID.class),
                        r.getString("subject"),
                        r.getString("username"),
                        r.getString("name"),
                        r.getString("role"),
                        new Scope(
                                r.getString("region_code"),
                                r.getObject("zone_id", UUID.class),
                                r.getObject("school_id", UUID.class))))
                .findOne());
    }
}
