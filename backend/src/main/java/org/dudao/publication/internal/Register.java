package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.publication.internal.NewDocument.Number;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** The table of the register. What a person reads is read inside their scope. */
@ApplicationScoped
class Register {
    private static final String FROM = " from publication.document d left join registry.school s on s.id = d.school_id";
    private static final String SELECT = "select d.*" + FROM;
    private static final String ORDER = "d.issued_on desc, d.document_no desc nulls last, d.id desc";
    private static final Map<String, String> SORTABLE = Map.of(
            "issuedOn", "d.issued_on",
            "number",
                    "d.kind || lpad(coalesce(d.document_year, 0)::text, 4, '0') || lpad(coalesce(d.document_no, 0)::text, 9, '0')",
            "unit", "d.unit_name",
            "servedOn", "d.served_on");

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /** A unit sees what is meant for it, a township also what is meant for its schools; one withdrawn before it was served never reached them. */
    private static Where scope(Account by) {
        Where where = new Where()
                .and(
                        "d.region_code like :scopeRegion || '%'",
                        "scopeRegion", by.scope().regionPrefix())
                .andIf("s.zone_id = :scopeZone", "scopeZone", by.scope().zoneId())
                .andIf("d.school_id = :scopeSchool", "scopeSchool", by.scope().schoolId());
        if (by.role().equals(Roles.SCHOOL) || by.role().equals(Roles.TOWNSHIP)) {
            where.and("d.for_unit and (d.state = 'ISSUED' or d.served_on is not null)");
        }
        return where;
    }

    Page<Document> page(Account by, DocumentFilter filter) {
        Where where = filter.narrow(scope(by));
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, ORDER) + " limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> read(r))
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*)" + FROM + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, DocumentFilter filter, Consumer<Document> consumer) {
        Where where = filter.narrow(scope(by));
        jdbi.useHandle(h -> h.createQuery(SELECT + where.sql() + filter.orderBy(SORTABLE, ORDER))
                .bindMap(where.bindings())
                .setFetchSize(500)
                .map((r, c) -> read(r))
                .useStream(s -> s.forEach(consumer)));
    }

    Optional<Document> find(UUID id, Account by) {
        Where where = scope(by).and("d.id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Without a scope, for the job that makes the file. */
    Optional<Document> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where d.id = :id")
                .bind("id", id)
                .map((r, c) -> read(r))
                .findOne());
    }

    Map<?, ?> fields(UUID id) {
        String json = jdbi.withHandle(h -> h.createQuery("select fields from publication.document where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        return Documents.read(json, Map.class);
    }

    boolean exists(String kind, UUID subject) {
        return jdbi.withHandle(h -> h.createQuery("select exists (select 1 from publication.document"
                        + " where kind = :kind and subject_id = :subject)")
                .bind("kind", kind)
                .bind("subject", subject)
                .mapTo(boolean.class)
                .one());
    }

    /** The document of a thing; the office asking has been found to see the thing. */
    Optional<Document> of(String kind, UUID subject) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where d.kind = :kind and d.subject_id = :subject")
                .bind("kind", kind)
                .bind("subject", subject)
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Numbers of the documents of some subjects; those without a number are left out. */
    Map<UUID, String> numbers(Collection<UUID> subjects) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select subject_id, number from publication.document where number is not null and subject_id = any(:ids)")
                .bindArray("ids", UUID.class, subjects)
                .reduceRows(new java.util.HashMap<UUID, String>(), (all, row) -> {
                    all.put(row.getColumn("subject_id", UUID.class), row.getColumn("number", String.class));
                    return all;
                }));
    }

    void insert(
            UUID id,
            NewDocument d,
            String county,
            Number number,
            Map<String, Object> fields,
            Optional<UUID> template,
            boolean withFile) {
        jdbi.useHandle(
                h -> h.createUpdate("insert into publication.document (id, kind, region_code, county_code, school_id,"
                                + " unit_name, for_unit, document_year, document_no, number, title, recipients, approver_name, issued_on,"
                                + " registered_at, subject_id, finding_id, fields, template_id, state, file_state) values (:id, :kind, :region,"
                                + " :county, :school, :unit, :forUnit, :year, :no, :number, :title, :recipients, :approver, :issued, :at,"
                                + " :subject, :finding, :fields::jsonb, :template, 'ISSUED', :file)")
                        .bind("id", id)
                        .bind("kind", d.kind().code())
                        .bind("region", d.regionCode())
                        .bind("county", county)
                        .bind("school", d.schoolId())
                        .bind("unit", d.unitName())
                        .bind("forUnit", d.forUnit())
                        .bind("year", number == null ? null : number.year())
                        .bind("no", number == null ? null : number.no())
                        .bind("number", number == null ? null : number.text())
                        .bind("title", d.title())
                        .bind("recipients", d.recipients())
                        .bind("approver", d.approverName())
                        .bind("issued", d.issuedOn())
                        .bind("at", clock.instant())
                        .bind("subject", d.subjectId())
                        .bind("finding", d.findingId())
                        .bind("fields", Documents.write(fields))
                        .bind("template", template.orElse(null))
                        .bind("file", (withFile ? Document.FileState.PENDING : Document.FileState.NONE).name())
                        .execute());
    }

    /** Of whatever version: a receipt or withdrawal is a fact of the notice, told once. */
    void serve(String kind, UUID subject, LocalDate on, String receiver) {
        update("served_on = :on, receipt_name = :receiver where kind = :kind and subject_id = :subject", u -> u.bind(
                        "on", on)
                .bind("receiver", receiver)
                .bind("kind", kind)
                .bind("subject", subject));
    }

    void withdraw(String kind, UUID subject, LocalDate on, String reason) {
        update(
                "state = 'WITHDRAWN', withdrawn_on = :on, withdrawn_for = :reason where kind = :kind and subject_id = :subject",
                u -> u.bind("on", on).bind("reason", reason).bind("kind", kind).bind("subject", subject));
    }

    boolean serve(Document d, LocalDate on, String receiver) {
        return update(
                "served_on = :on, receipt_name = :receiver where id = :id and version = :version and served_on is null",
                u -> u.bind("on", on)
                        .bind("receiver", receiver)
                        .bind("id", d.id())
                        .bind("version", d.version()));
    }

    boolean withdraw(Document d, LocalDate on, String reason) {
        return update(
                "state = 'WITHDRAWN', withdrawn_on = :on, withdrawn_for = :reason"
                        + " where id = :id and version = :version and state = 'ISSUED'",
                u -> u.bind("on", on).bind("reason", reason).bind("id", d.id()).bind("version", d.version()));
    }

    boolean publish(Document d, LocalDate on) {
        return update(
                "published_on = :on where id = :id and version = :version and state = 'ISSUED' and published_on is null",
                u -> u.bind("on", on).bind("id", d.id()).bind("version", d.version()));
    }

    boolean again(Document d) {
        return update(
                "file_state = 'PENDING', file_problem = null where id = :id and version = :version and file_state = 'FAILED'",
                u -> u.bind("id", d.id()).bind("version", d.version()));
    }

    void made(UUID id, String docx, String pdf) {
        updateFile(
                "file_state = 'READY', file_problem = null, docx_sha256 = :docx, pdf_sha256 = :pdf, rendered_at = :at"
                        + " where id = :id",
                u -> u.bind("docx", docx)
                        .bind("pdf", pdf)
                        .bind("at", clock.instant())
                        .bind("id", id));
    }

    void failed(UUID id, String problem) {
        updateFile(
                "file_state = 'FAILED', file_problem = :problem where id = :id and file_state = 'PENDING'",
                u -> u.bind("problem", problem).bind("id", id));
    }

    /** Several nodes starting at once enter what is missing one after another. */
    void lockForCatchingUp() {
        jdbi.useHandle(h -> h.createQuery("select pg_advisory_xact_lock(hashtext('publication.catch-up'))")
                .mapTo(String.class)
                .findOne());
    }

    Set<String> keeps(Collection<String> sha256) {
        return new HashSet<>(jdbi.withHandle(h -> h.createQuery("select sha from publication.document d"
                        + " cross join lateral (values (d.docx_sha256), (d.pdf_sha256)) v (sha) where sha = any(:shas)"
                        + " union select sha256 from publication.template where sha256 = any(:shas)")
                .bindArray("shas", String.class, List.copyOf(sha256))
                .mapTo(String.class)
                .list()));
    }

    private boolean update(String rest, UnaryOperator<Update> bindings) {
        String sql = "update publication.document set version = version + 1, " + rest;
        return jdbi.withHandle(h -> bindings.apply(h.createUpdate(sql)).execute()) == 1;
    }

    /** The file made in the background is nobody's change: whoever read the document meanwhile may still act on what they read. */
    private void updateFile(String rest, UnaryOperator<Update> bindings) {
        jdbi.useHandle(h -> bindings.apply(h.createUpdate("update publication.document set " + rest))
                .execute());
    }

    private static Document read(ResultSet r) throws SQLException {
        Timestamp rendered = r.getTimestamp("rendered_at");
        return new Document(
                r.getObject("id", UUID.class),
                r.getString("kind"),
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("unit_name"),
                r.getString("number"),
                r.getObject("document_year", Integer.class),
                r.getObject("document_no", Integer.class),
                r.getString("title"),
                r.getString("recipients"),
                r.getString("approver_name"),
                r.getObject("issued_on", LocalDate.class),
                r.getTimestamp("registered_at").toInstant(),
                r.getObject("subject_id", UUID.class),
                r.getObject("finding_id", UUID.class),
                r.getObject("template_id", UUID.class),
                Document.State.valueOf(r.getString("state")),
                r.getObject("withdrawn_on", LocalDate.class),
                r.getString("withdrawn_for"),
                r.getObject("served_on", LocalDate.class),
                r.getString("receipt_name"),
                r.getObject("published_on", LocalDate.class),
                Document.FileState.valueOf(r.getString("file_state")),
                r.getString("file_problem"),
                r.getString("docx_sha256"),
                r.getString("pdf_sha256"),
                rendered == null ? null : rendered.toInstant(),
                r.getLong("version"));
    }
}
