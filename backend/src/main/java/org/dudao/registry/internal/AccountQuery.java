package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;
import org.jdbi.v3.core.Jdbi;

/** Reads accounts straight into rows. */
@ApplicationScoped
public class AccountQuery {
    private static final DateTimeFormatter SEEN =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ClockProducer.CHINA);
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "p.name collate \"zh-Hans-CN-x-icu\"",
            "username", "a.username",
            "role", "a.role",
            "region", "a.region_code",
            "lastSeenAt", "a.last_seen_at");
    private static final String SELECT =
            "select a.id, a.username, a.subject, p.name, p.phone, p.post, a.role, a.region_code,"
                    + " r.name as region_name, a.zone_id, z.name as zone_name, a.school_id, s.name as school_name, a.enabled, a.demo,"
                    + " a.last_seen_at, a.version, a.person_id from registry.account a join registry.person p on p.id = a.person_id"
                    + " join registry.region r on r.code = a.region_code left join registry.zone z on z.id = a.zone_id"
                    + " left join registry.school s on s.id = a.school_id";

    @Inject
    Jdbi jdbi;

    @Transactional
    public Page<AccountRow> page(Scope scope, AccountFilter filter) {
        Where where = where(scope, filter);
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, "a.username")
                                + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> read(r, true))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*) from registry.account a join registry.person p on p.id = a.person_id"
                                + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** The filtered list as a workbook; phone numbers stay masked. */
    @Transactional
    public void export(OutputStream out, Locale locale, Scope scope, AccountFilter filter) throws IOException {
        List<String> headers = Stream.of(
                        "name",
                        "username",
                        "role",
                        "post",
                        "phone",
                        "region",
                        "zone",
                        "school",
                        "enabled",
                        "lastSeenAt")
                .map(c -> Messages.text(locale, "registry.account.column." + c))
                .toList();
        Where where = where(scope, filter);
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "registry.export.accounts"), headers)) {
            jdbi.useHandle(h -> h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, "a.username"))
                    .bindMap(where.bindings())
                    .map((r, c) -> read(r, true))
                    .forEach(a -> sheet.row(Arrays.asList(
                            a.name(),
                            a.username(),
                            Messages.text(locale, "registry.role." + a.role()),
                            a.post(),
                            a.phone(),
                            a.regionName(),
                            a.zoneName(),
                            a.schoolName(),
                            Messages.text(
                                    locale, a.enabled() ? "registry.account.enabled" : "registry.account.disabled"),
                            a.lastSeenAt() == null ? null : SEEN.format(a.lastSeenAt())))));
        }
    }

    private static Where where(Scope scope, AccountFilter filter) {
        return new Where()
                .and("a.region_code like :scope || '%'", "scope", scope.regionPrefix())
                .contains(filter.q, "p.name", "a.username")
                .andIf("a.role = :role", "role", filter.role)
                .andIf("a.enabled = :enabled", "enabled", filter.enabled);
    }

    /** One account inside the scope, with the whole phone number. */
    @Transactional
    AccountRow find(Scope scope, UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where a.id = :id and a.region_code like :scope || '%'")
                .bind("id", id)
                .bind("scope", scope.regionPrefix())
                .map((r, c) -> read(r, false))
                .findOne()
                .orElseThrow(() -> Problem.notFound("registry.account.notFound", id)));
    }

    private static String mask(String phone) {
        if (phone == null || phone.length() < 8) {
            return phone == null ? null : "****";
        }
        return phone.substring(0, 3) + "****" + phone.substring(phone.length() - 4);
    }

    private static AccountRow read(ResultSet r, boolean masked) throws SQLException {
        String phone = r.getString("phone");
        Timestamp seen = r.getTimestamp("last_seen_at");
        return new AccountRow(
                r.getObject("id", UUID.class),
                r.getString("username"),
                r.getString("subject"),
                r.getString("name"),
                masked ? mask(phone) : phone,
                r.getString("post"),
                r.getString("role"),
                r.getString("region_code"),
                r.getString("region_name"),
                r.getObject("zone_id", UUID.class),
                r.getString("zone_name"),
                r.getObject("school_id", UUID.class),
                r.getString("school_name"),
                r.getBoolean("enabled"),
                r.getBoolean("demo"),
                seen == null ? null : seen.toInstant(),
                r.getLong("version"));
    }
}
