package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** The table of notices. */
@ApplicationScoped
class NoticeStore {
    static final String FROM = " from rectification.notice n left join registry.school s on s.id = n.school_id";
    static final String SELECT = "select n.*" + FROM;

    @Inject
    Jdbi jdbi;

    /** A unit sees what was approved for it. */
    static Where scope(Account by) {
        Where where = new Where()
                .and(
                        "n.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix())
                .andIf("s.zone_id = :scopeZone", "scopeZone", by.scope().zoneId())
                .andIf("n.school_id = :scopeSchool", "scopeSchool", by.scope().schoolId());
        if (by.role().equals(Roles.SCHOOL) || by.role().equals(Roles.TOWNSHIP)) {
            where.and("n.state in ('APPROVED', 'SERVED')");
        }
        return where;
    }

    List<Notice> list(Account by, Notice.State state) {
        Where where = scope(by).andIf("n.state = :state", "state", state == null ? null : state.name());
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql() + " order by n.drafted_at desc, n.id limit 500")
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .list());
    }

    Optional<Notice> find(UUID id, Account by) {
        Where where = scope(by).and("n.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** An approved notice that should have been served by a day. */
    record Unserved(Notice notice, LocalDate dueOn) {}

    /** Approved notices whose days of serving have run out by a day, in every region. */
    List<Unserved> unservedOn(LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery("select n.*, n.issued_on + coalesce(o.days, t.days) as due_on"
                        + " from rectification.notice n join rectification.time_limit t on t.code = 'SERVE_WITHIN'"
                        + " left join lateral rectification.days_for('LIMIT', t.code, n.region_code) o on true"
                        + " where n.state = 'APPROVED' and n.issued_on + coalesce(o.days, t.days) <= :day")
                .bind("day", day)
                .map((r, c) -> new Unserved(read(r), r.getObject("due_on", LocalDate.class)))
                .list());
    }

    /** Days a notice may stay unserved before the office is told; data of the office, not a rule of law. */
    int serveWithinDays(String region) {
        return jdbi.withHandle(h -> h.createQuery("select coalesce(o.days, t.days) from rectification.time_limit t"
                        + " left join lateral rectification.days_for('LIMIT', t.code, :region) o on true"
                        + " where t.code = 'SERVE_WITHIN'")
                .bind("region", region)
                .mapTo(int.class)
                .one());
    }

    void insert(Notice n) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into rectification.notice (id, region_code, school_id, unit_name, title, copies,"
                                + " state, drafted_by, drafter_name, drafted_at) values (:id, :region, :school, :unit, :title, :copies,"
                                + " 'DRAFT', :by, :name, :at)")
                .bind("id", n.id())
                .bind("region", n.regionCode())
                .bind("school", n.schoolId())
                .bind("unit", n.unitName())
                .bind("title", n.title())
                .bind("copies", n.copies())
                .bind("by", n.draftedBy())
                .bind("name", n.drafterName())
                .bind("at", n.draftedAt())
                .execute());
    }

    boolean submit(Notice n) {
        return one(
                "update rectification.notice set state = 'SUBMITTED', version = version + 1"
                        + " where id = :id and version = :version and state = 'DRAFT'",
                n);
    }

    boolean edit(Notice n, String title, String copies) {
        return jdbi.withHandle(h -> h.createUpdate("update rectification.notice set title = :title, copies = :copies,"
                                + " version = version + 1 where id = :id and version = :version and state = 'DRAFT'")
                        .bind("title", title)
                        .bind("copies", copies)
                        .bind("id", n.id())
                        .bind("version", n.version())
                        .execute())
                == 1;
    }

    /** Gives it back to whoever drafts. */
    boolean giveBack(Notice n, String reason, Account by, Instant at) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update rectification.notice set state = 'DRAFT', returned_for = :reason,"
                                        + " returner_name = :name, returned_at = :at, version = version + 1"
                                        + " where id = :id and version = :version and state = 'SUBMITTED'")
                                .bind("reason", reason)
                                .bind("name", by.displayName())
                                .bind("at", at)
                                .bind("id", n.id())
                                .bind("version", n.version())
                                .execute())
                == 1;
    }

    boolean recall(Notice n) {
        return one(
                "update rectification.notice set state = 'DRAFT', version = version + 1"
                        + " where id = :id and version = :version and state = 'SUBMITTED'",
                n);
    }

    boolean approve(Notice n, int year, int no, String number, Account by, Instant at, LocalDate on) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update rectification.notice set state = 'APPROVED', document_year = :year,"
                                        + " document_no = :no, number = :number, approved_by = :by, approver_name = :name,"
                                        + " approved_at = :at, issued_on = :on, version = version + 1"
                                        + " where id = :id and version = :version and state = 'SUBMITTED'")
                                .bind("year", year)
                                .bind("no", no)
                                .bind("number", number)
                                .bind("by", by.subject())
                                .bind("name", by.displayName())
                                .bind("at", at)
                                .bind("on", on)
                                .bind("id", n.id())
                                .bind("version", n.version())
                                .execute())
                == 1;
    }

    boolean serve(Notice n, String receiver, String mark, Account by, Instant at, LocalDate on) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update rectification.notice set state = 'SERVED', receipt_name = :receiver,"
                                        + " receipt_mark = :mark, receipt_by = :by, served_at = :at, served_on = :on,"
                                        + " version = version + 1 where id = :id and version = :version and state = 'APPROVED'")
                        .bind("receiver", receiver)
                        .bind("mark", mark)
                        .bind("by", by.subject())
                        .bind("at", at)
                        .bind("on", on)
                        .bind("id", n.id())
                        .bind("version", n.version())
                        .execute())
                == 1;
    }

    boolean withdraw(Notice n, String reason) {
        return jdbi.withHandle(h -> h.createUpdate("update rectification.notice set state = 'WITHDRAWN',"
                                + " withdrawn_for = :reason, version = version + 1"
                                + " where id = :id and version = :version and state in ('APPROVED', 'SERVED')")
                        .bind("reason", reason)
                        .bind("id", n.id())
                        .bind("version", n.version())
                        .execute())
                == 1;
    }

    boolean delete(Notice n) {
        return one(
                "delete from rectification.notice where id = :id and version = :version and state in ('DRAFT', 'SUBMITTED')",
                n);
    }

    private boolean one(String sql, Notice n) {
        return jdbi.withHandle(h -> h.createUpdate(sql)
                        .bind("id", n.id())
                        .bind("version", n.version())
                        .execute())
                == 1;
    }

    static Notice read(ResultSet r) throws SQLException {
        return new Notice(
                r.getObject("id", UUID.class),
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("unit_name"),
                r.getString("title"),
                r.getString("copies"),
                Notice.State.valueOf(r.getString("state")),
                r.getString("number"),
                r.getString("drafted_by"),
                r.getString("drafter_name"),
                r.getTimestamp("drafted_at").toInstant(),
                r.getString("approver_name"),
                instant(r.getTimestamp("approved_at")),
                r.getObject("issued_on", LocalDate.class),
                r.getString("receipt_name"),
                r.getString("receipt_mark"),
                r.getObject("served_on", LocalDate.class),
                instant(r.getTimestamp("served_at")),
                r.getString("withdrawn_for"),
                r.getString("returned_for"),
                r.getString("returner_name"),
                instant(r.getTimestamp("returned_at")),
                r.getLong("version"));
    }

    private static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
