package org.dudao.zone.internal.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** The tables of complaints. What a person reads is read inside their scope. */
@ApplicationScoped
class ComplaintStore {
    static final String DUE = "case when c.closed_on is not null then null when c.state = 'RECEIVED' then c.verify_by"
            + " else c.answer_by end";
    static final String FROM = " from zone.complaint c join registry.school s on s.id = c.school_id";

    private static final String ROW = "select c.*, s.name as school_name, left(c.body, 60) as excerpt,"
            + " (c.sender_name is not null or c.sender_contact is not null) as named, m.name as matter_name, m.name_en, "
            + DUE + " as due_on, (select i.name from zone.assignment a join zone.inspector i on i.id = a.inspector_id"
            + " where a.school_id = s.id and a.from_day <= :today and coalesce(a.until_day, 'infinity') >= :today) as inspector"
            + FROM
            + " left join lateral (select * from zone.matter m where m.no = c.matter and m.valid_from <= c.received_on"
            + " order by m.valid_from desc limit 1) m on true";
    private static final String ORDER = "c.closed_on is not null, due_on, c.received_at desc, c.id";
    private static final Map<String, String> SORTABLE = Map.of(
            "receivedOn", "c.received_at",
            "dueOn", "due_on",
            "school", "s.name collate \"zh-Hans-CN-x-icu\"",
            "matter", "c.matter",
            "state", "c.state");

    /** Who sent it, unmasked. */
    record Sender(String name, String contact) {}

    /** What a sender's second try is held against. */
    record Known(UUID id, String checksum) {}

    @Inject
    Jdbi jdbi;

    /** The office sees its region's, an inspector those of the schools they answer for today, nobody else any. */
    static Where scope(Account by, LocalDate today) {
        Where where = new Where()
                .and(
                        "c.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix());
        switch (by.role()) {
            case Roles.DIRECTOR, Roles.OFFICER -> {
                // the whole region
            }
            case Roles.INSPECTOR -> {
                where.and(
                        "exists (select 1 from zone.assignment o join zone.inspector oi on oi.id = o.inspector_id"
                                + " where o.school_id = c.school_id and oi.account = :complaintReader"
                                + " and o.from_day <= :complaintDay and coalesce(o.until_day, 'infinity') >= :complaintDay)",
                        "complaintReader",
                        by.subject());
                where.bindings().put("complaintDay", today);
            }
            default -> where.and("false");
        }
        return where;
    }

    Page<ComplaintRow> page(Account by, ComplaintFilter filter, LocalDate today) {
        Where where = filter.narrow(scope(by, today), today);
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(ROW + where.sql() + filter.orderBy(SORTABLE, ORDER) + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("today", today)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> row(r, today))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*)" + FROM + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, ComplaintFilter filter, LocalDate today, Consumer<ComplaintRow> consumer) {
        Where where = filter.narrow(scope(by, today), today);
        jdbi.useHandle(h -> h.createQuery(ROW + where.sql() + filter.orderBy(SORTABLE, ORDER))
                .bindMap(where.bindings())
                .bind("today", today)
                .setFetchSize(500)
                .map((r, c) -> row(r, today))
                .useStream(s -> s.forEach(consumer)));
    }

    Optional<ComplaintRow> row(UUID id, Account by, LocalDate today) {
        Where where = scope(by, today).and("c.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery(ROW + where.sql())
                .bindMap(where.bindings())
                .bind("today", today)
                .map((r, c) -> row(r, today))
                .findOne());
    }

    Optional<Complaint> find(UUID id, Account by, LocalDate today) {
        Where where = scope(by, today).and("c.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery("select c.*" + FROM + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** For whoever holds the query code. */
    Optional<Complaint> ofCode(String codeHash) {
        return one("code_hash", codeHash);
    }

    /** For whoever sent it, from the same page. */
    Optional<Complaint> ofKey(String keyHash) {
        return one("key_hash", keyHash);
    }

    private Optional<Complaint> one(String column, String hash) {
        return jdbi.withHandle(h -> h.createQuery("select c.*" + FROM + " where c." + column + " = :hash")
                .bind("hash", hash)
                .map((r, c) -> read(r))
                .findOne());
    }

    Optional<Known> known(String keyHash) {
        return jdbi.withHandle(h -> h.createQuery("select id, checksum from zone.complaint where key_hash = :hash")
                .bind("hash", keyHash)
                .map((r, c) -> new Known(r.getObject("id", UUID.class), r.getString("checksum")))
                .findOne());
    }

    Sender sender(UUID id) {
        return jdbi.withHandle(
                h -> h.createQuery("select sender_name, sender_contact from zone.complaint where id = :id")
                        .bind("id", id)
                        .map((r, c) -> new Sender(r.getString("sender_name"), r.getString("sender_contact")))
                        .one());
    }

    /**
     * False when the same key was there already: of two that came at once, one is kept. No index is named as the arbiter: the code
     * follows from the key, and whichever of the two indexes is asked first must yield.
     */
    boolean insert(Complaint c, String keyHash, String codeHash, String checksum, Sender sender, Instant at) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into zone.complaint (id, key_hash, code_hash, checksum, school_id, region_code,"
                                        + " matter, body, sender_name, sender_contact, state, received_at, received_on, verify_by, answer_by)"
                                        + " values (:id, :key, :code, :checksum, :school, :region, :matter, :body, :name, :contact, :state,"
                                        + " :at, :on, :verify, :answer) on conflict do nothing")
                        .bind("id", c.id())
                        .bind("key", keyHash)
                        .bind("code", codeHash)
                        .bind("checksum", checksum)
                        .bind("school", c.schoolId())
                        .bind("region", c.regionCode())
                        .bind("matter", c.matter())
                        .bind("body", c.body())
                        .bind("name", sender.name())
                        .bind("contact", sender.contact())
                        .bind("state", c.state().name())
                        .bind("at", at)
                        .bind("on", c.receivedOn())
                        .bind("verify", c.verifyBy())
                        .bind("answer", c.answerBy())
                        .execute())
                == 1;
    }

    /** False when somebody else was faster. */
    boolean update(Complaint c) {
        return jdbi.withHandle(h -> h.createUpdate("update zone.complaint set state = :state, passed_to = :to,"
                                + " answer = :answer, rejected_for = :reason, closed_on = :closed, version = version + 1"
                                + " where id = :id and version = :version")
                        .bind("state", c.state().name())
                        .bind("to", c.passedTo())
                        .bind("answer", c.answer())
                        .bind("reason", c.rejectedFor())
                        .bind("closed", c.closedOn())
                        .bind("id", c.id())
                        .bind("version", c.version())
                        .execute())
                == 1;
    }

    void step(UUID complaint, String kind, String note, Account by, Instant at) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into zone.complaint_step (id, complaint_id, kind, note, actor, actor_name, at)"
                                + " values (:id, :complaint, :kind, :note, :actor, :name, :at)")
                .bind("id", Ids.newId())
                .bind("complaint", complaint)
                .bind("kind", kind)
                .bind("note", note)
                .bind("actor", by == null ? null : by.subject())
                .bind("name", by == null ? null : by.displayName())
                .bind("at", at)
                .execute());
    }

    /** Oldest first. */
    List<ComplaintStep> steps(UUID complaint) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from zone.complaint_step where complaint_id = :id order by at, id")
                        .bind("id", complaint)
                        .map((r, c) -> new ComplaintStep(
                                r.getString("kind"),
                                r.getString("note"),
                                r.getString("actor_name"),
                                r.getTimestamp("at").toInstant()))
                        .list());
    }

    void raised(UUID complaint, UUID finding) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.complaint_finding (complaint_id, finding_id) values (?, ?) on conflict do nothing",
                complaint,
                finding));
    }

    List<UUID> findings(UUID complaint) {
        return uuids(
                "select finding_id from zone.complaint_finding where complaint_id = :id order by finding_id",
                complaint);
    }

    List<UUID> pictures(UUID complaint) {
        return uuids(
                "select file_id from evidence.proof where subject_type = 'complaint' and subject_id = cast(:id as text)"
                        + " and detached_at is null order by attached_at, file_id",
                complaint);
    }

    /** Holds the complaint until the transaction ends, so that pictures sent at once are counted one after another. */
    void lock(UUID complaint) {
        uuids("select id from zone.complaint where id = :id for update", complaint);
    }

    private List<UUID> uuids(String sql, UUID complaint) {
        return jdbi.withHandle(
                h -> h.createQuery(sql).bind("id", complaint).mapTo(UUID.class).list());
    }

    /** The account of who answers for a school on a day; empty for nobody and for who has none. */
    Optional<String> responsible(UUID school, LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery("select i.account from zone.assignment a"
                        + " join zone.inspector i on i.id = a.inspector_id where a.school_id = :school and i.account is not null"
                        + " and a.from_day <= :day and coalesce(a.until_day, 'infinity') >= :day")
                .bind("school", school)
                .bind("day", day)
                .mapTo(String.class)
                .findOne());
    }

    private static ComplaintRow row(ResultSet r, LocalDate today) throws SQLException {
        LocalDate due = r.getObject("due_on", LocalDate.class);
        return new ComplaintRow(
                r.getObject("id", UUID.class),
                r.getObject("school_id", UUID.class),
                r.getString("school_name"),
                r.getInt("matter"),
                r.getString("matter_name"),
                r.getString("name_en"),
                r.getString("excerpt"),
                r.getBoolean("named"),
                r.getString("inspector"),
                Complaint.State.valueOf(r.getString("state")),
                r.getObject("received_on", LocalDate.class),
                due,
                due != null && due.isBefore(today),
                r.getObject("closed_on", LocalDate.class));
    }

    private static Complaint read(ResultSet r) throws SQLException {
        return new Complaint(
                r.getObject("id", UUID.class),
                r.getObject("school_id", UUID.class),
                r.getString("region_code"),
                r.getInt("matter"),
                r.getString("body"),
                Complaint.State.valueOf(r.getString("state")),
                r.getObject("received_on", LocalDate.class),
                r.getObject("verify_by", LocalDate.class),
                r.getObject("answer_by", LocalDate.class),
                r.getString("passed_to"),
                r.getString("answer"),
                r.getString("rejected_for"),
                r.getObject("closed_on", LocalDate.class),
                r.getLong("version"));
    }
}
