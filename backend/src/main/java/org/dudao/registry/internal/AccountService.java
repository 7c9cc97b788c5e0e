package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.RegionLevel;
import org.jdbi.v3.core.Jdbi;

/**
 * Keeps people and their accounts. The director of a region manages the accounts inside it; nobody can give away more
 * than they see.
 */
@ApplicationScoped
public class AccountService {
    /** A new account; the password is null where logins are not ours. It is shown once and stored nowhere. */
    public record Created(AccountRow account, String temporaryPassword) {}

    @Inject
    Jdbi jdbi;

    @Inject
    AccountQuery accounts;

    @Inject
    IdentityProvider provider;

    @Inject
    DatabaseAccountDirectory directory;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    public boolean managed() {
        return provider.managed();
    }

    /** One account with the whole phone number; the look is logged. */
    @Transactional
    public AccountRow get(UUID id) {
        AccountRow account = accounts.find(user.scope(), id);
        audit.record("account.viewed", "account", id, account.regionCode(), Map.of());
        return account;
    }

    /**
     * Creates an account.
     *
     * @param subject the provider's subject where logins are not ours; ignored where they are
     */
    @Transactional
    public Created create(String username, String subject, AccountDetails details) {
        check(details);
        if (taken("lower(username) = lower(:x)", username)) {
            throw Problem.conflict("registry.account.usernameTaken", username);
        }
        if (!provider.managed() && (subject == null || subject.isBlank())) {
            throw Problem.unprocessable("registry.account.subjectNeeded", "subject");
        }
        if (!provider.managed() && taken("subject = :x", subject.strip())) {
            throw Problem.conflict("registry.account.subjectTaken", subject);
        }
        IdentityProvider.Login login = provider.managed()
                ? provider.create(username, details.name().strip(), details.role())
                : new IdentityProvider.Login(subject.strip(), null);
        try {
            UUID id = insert(username, login.subject(), details);
            audit.record(
                    "account.created",
                    "account",
                    id,
                    details.regionCode(),
                    Map.of("username", username, "role", details.role()));
            return new Created(accounts.find(user.scope(), id), login.temporaryPassword());
        } catch (RuntimeException e) {
            if (provider.managed()) {
                provider.remove(login.subject());
            }
            throw e;
        }
    }

    @Transactional
    public void update(UUID id, String ifMatch, AccountDetails details) {
        AccountRow before = accounts.find(user.scope(), id);
        ETags.requireMatch(ifMatch, before.version());
        check(details);
        if (isSelf(before)
                && !(before.role().equals(details.role()) && before.regionCode().equals(details.regionCode()))) {
            throw Problem.conflict("registry.account.self");
        }
        jdbi.useHandle(h -> {
            h.createUpdate(
                            "update registry.person p set name = :name, phone = :phone, post = :post, version = p.version + 1"
                                    + " from registry.account a where a.person_id = p.id and a.id = :id")
                    .bind("name", details.name().strip())
                    .bind("phone", details.phone())
                    .bind("post", details.post())
                    .bind("id", id)
                    .execute();
            h.createUpdate(
                            "update registry.account set role = :role, region_code = :region, zone_id = :zone, school_id = :school,"
                                    + " version = version + 1 where id = :id")
                    .bind("role", details.role())
                    .bind("region", details.regionCode())
                    .bind("zone", details.zoneId())
                    .bind("school", details.schoolId())
                    .bind("id", id)
                    .execute();
        });
        audit.record("account.changed", "account", id, details.regionCode(), changed(before, details));
        if (provider.managed() && !before.role().equals(details.role())) {
            provider.changeRole(before.subject(), before.role(), details.role());
        }
        directory.forget(before.subject());
    }

    private record Seen(UUID id, String regionCode, UUID zoneId) {}

    /** Lets an inspector's account see another zone; nothing for any other account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveToZone(String subject, UUID zone) {
        jdbi.withHandle(h -> h.createQuery("select id, region_code, zone_id from registry.account"
                                + " where subject = :subject and role = 'inspector' and zone_id <> :zone for update")
                        .bind("subject", subject)
                        .bind("zone", zone)
                        .map((r, c) -> new Seen(
                                r.getObject("id", UUID.class),
                                r.getString("region_code"),
                                r.getObject("zone_id", UUID.class)))
                        .findOne())
                .ifPresent(seen -> {
                    jdbi.useHandle(h -> h.execute(
                            "update registry.account set zone_id = ?, version = version + 1 where id = ?",
                            zone,
                            seen.id()));
                    audit.record(
                            "account.changed",
                            "account",
                            seen.id(),
                            seen.regionCode(),
                            Map.of("zone", new Audit.Change(seen.zoneId(), zone)));
                    directory.forget(subject);
                });
    }

    @Transactional
    public void setEnabled(UUID id, String ifMatch, boolean enabled) {
        AccountRow account = accounts.find(user.scope(), id);
        ETags.requireMatch(ifMatch, account.version());
        if (isSelf(account)) {
            throw Problem.conflict("registry.account.self");
        }
        jdbi.useHandle(h ->
                h.execute("update registry.account set enabled = ?, version = version + 1 where id = ?", enabled, id));
        audit.record(enabled ? "account.enabled" : "account.disabled", "account", id, account.regionCode(), Map.of());
        if (provider.managed()) {
            provider.setEnabled(account.subject(), enabled);
        }
        directory.forget(account.subject());
    }

    @Transactional
    public Created resetPassword(UUID id) {
        AccountRow account = accounts.find(user.scope(), id);
        if (!provider.managed()) {
            throw Problem.conflict("registry.account.notManaged");
        }
        audit.record("account.passwordReset", "account", id, account.regionCode(), Map.of());
        return new Created(account, provider.resetPassword(account.subject()).temporaryPassword());
    }

    /** What the audit trail keeps of a change; that a phone number changed, not the number. */
    private static Map<String, Object> changed(AccountRow before, AccountDetails after) {
        Map<String, Object> changes = new TreeMap<>();
        Audit.putChange(changes, "name", before.name(), after.name().strip());
        Audit.putChange(changes, "role", before.role(), after.role());
        Audit.putChange(changes, "post", before.post(), after.post());
        Audit.putChange(changes, "region", before.regionCode(), after.regionCode());
        Audit.putChange(changes, "zone", before.zoneId(), after.zoneId());
        Audit.putChange(changes, "school", before.schoolId(), after.schoolId());
        if (!Objects.equals(before.phone(), after.phone())) {
            changes.put("phone", "***");
        }
        return changes;
    }

    private void check(AccountDetails d) {
        Scope scope = user.scope();
        boolean exists = taken("code = :x", d.regionCode(), "registry.region");
        if (!scope.coversRegion(d.regionCode()) || !exists) {
            throw Problem.unprocessable("registry.region.outside", "regionCode", d.regionCode());
        }
        RegionLevel level = RegionLevel.ofCode(d.regionCode());
        if (Roles.PROVINCE.equals(d.role()) && level.ordinal() > RegionLevel.PREFECTURE.ordinal()) {
            throw Problem.unprocessable("registry.account.provinceRegion", "regionCode");
        }
        if (Roles.TOWNSHIP.equals(d.role()) != (level == RegionLevel.TOWNSHIP)) {
            throw Problem.unprocessable("registry.account.townshipRegion", "regionCode");
        }
        if (Roles.INSPECTOR.equals(d.role()) != (d.zoneId() != null)) {
            throw Problem.unprocessable("registry.account.zone", "zoneId");
        }
        if (Roles.SCHOOL.equals(d.role()) != (d.schoolId() != null)) {
            throw Problem.unprocessable("registry.account.school", "schoolId");
        }
        requireInside("zone", d.zoneId(), d.regionCode());
        requireInside("school", d.schoolId(), d.regionCode());
    }

    /** A zone or school that an account is limited to lies in the account's region. */
    private void requireInside(String table, UUID id, String region) {
        boolean inside = id == null
                || jdbi.withHandle(h -> h.createQuery("select exists (select from registry." + table
                                + " where id = :id and region_code like :region || '%')")
                        .bind("id", id)
                        .bind("region", region)
                        .mapTo(Boolean.class)
                        .one());
        if (!inside) {
            throw Problem.unprocessable("registry." + table + ".notFound", table + "Id", id);
        }
    }

    private boolean taken(String condition, String value) {
        return taken(condition, value, "registry.account");
    }

    private boolean taken(String condition, String value, String table) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select from " + table + " where " + condition + ")")
                .bind("x", value)
                .mapTo(Boolean.class)
                .one());
    }

    private UUID insert(String username, String subject, AccountDetails d) {
        UUID person = Ids.newId();
        UUID account = Ids.newId();
        jdbi.useHandle(h -> {
            h.execute(
                    "insert into registry.person (id, name, phone, post, region_code) values (?, ?, ?, ?, ?)",
                    person,
                    d.name().strip(),
                    d.phone(),
                    d.post(),
                    d.regionCode());
            h.execute(
                    "insert into registry.account (id, subject, username, person_id, role, region_code, zone_id, school_id)"
                            + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                    account,
                    subject,
                    username,
                    person,
                    d.role(),
                    d.regionCode(),
                    d.zoneId(),
                    d.schoolId());
        });
        return account;
    }

    private boolean isSelf(AccountRow account) {
        return account.id().equals(user.account().id());
    }
}
