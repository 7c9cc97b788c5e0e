package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.FindingOutcome;
import org.dudao.registry.SchoolScope;
import org.dudao.zone.VisitRecordFacts;
import org.dudao.zone.internal.VisitStore;
import org.jdbi.v3.core.Jdbi;

/** Published records and the visits of a school. */
@ApplicationScoped
class RecordStore {
    private static final String OF_SCHOOL =
            "select v.id, v.kind, v.planned_on, v.made_on, i.name as inspector, p.reply_due,"
                    + " p.replied_at, p.visit_id is not null as published, array(select (f->>'id')::uuid from zone.visit_record r,"
                    + " jsonb_array_elements(coalesce(r.body->'findings', '[]')) f where r.visit_id = v.id) as findings,"
                    + " exists (select from zone.visit_record r where r.visit_id = v.id) as recorded"
                    + VisitStore.FROM
                    + " left join zone.inspector i on i.id = " + VisitStore.GOES
                    + " left join zone.visit_publication p on p.visit_id = v.id"
                    + " where v.school_id = :school and (v.made_on is not null or v.cancelled_for is null)";

    @Inject
    Jdbi jdbi;

    /** A record as it was kept. */
    record Kept(
            VisitRecordFacts content,
            String publishedName,
            Instant publishedAt,
            LocalDate replyDue,
            String reply,
            String repliedName,
            Instant repliedAt,
            boolean feedbackGiven,
            long version) {}

    boolean publish(VisitRecordFacts content, Account by, Instant at, LocalDate due) {
        return jdbi.withHandle(h -> h.execute(
                        "insert into zone.visit_publication (visit_id, content, published_by, published_name, published_at,"
                                + " reply_due) values (?, ?::jsonb, ?, ?, ?, ?) on conflict do nothing",
                        content.visitId(),
                        Documents.write(content),
                        by.subject(),
                        by.displayName(),
                        at,
                        due))
                == 1;
    }

    Optional<Kept> find(UUID visit, Account by) {
        Where where = (by.role().equals(Roles.SCHOOL)
                        ? SchoolScope.schools(new Where(), by.scope(), "s")
                        : VisitStore.scope(by))
                .and("v.id = :id", "id", visit);
        return jdbi.withHandle(h -> h.createQuery("select p.*, exists (select from zone.visit_feedback f"
                        + " where f.visit_id = v.id) as feedback" + VisitStore.FROM
                        + " join zone.visit_publication p on p.visit_id = v.id" + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> new Kept(
                        Documents.read(r.getString("content"), VisitRecordFacts.class),
                        r.getString("published_name"),
                        r.getTimestamp("published_at").toInstant(),
                        r.getObject("reply_due", LocalDate.class),
                        r.getString("reply"),
                        r.getString("replied_name"),
                        instant(r, "replied_at"),
                        r.getBoolean("feedback"),
                        r.getLong("version")))
                .findOne());
    }

    boolean reply(UUID visit, long version, String words, Account by, Instant at) {
        return jdbi.withHandle(h -> h.execute(
                        "update zone.visit_publication set reply = ?, replied_name = ?, replied_at = ?, version = version + 1"
                                + " where visit_id = ? and version = ? and reply is null",
                        words,
                        by.displayName(),
                        at,
                        visit,
                        version))
                == 1;
    }

    /** Whether a record of the visit is the caller's. */
    boolean wrote(UUID visit, Account by) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select exists (select from zone.visit_record where visit_id = :visit and author = :self)")
                .bind("visit", visit)
                .bind("self", by.subject())
                .mapTo(boolean.class)
                .one());
    }

    /** @param told only what the school was told of: published records and announced visits */
    List<PublishedRecord.Row> ofSchool(
            UUID school, boolean told, Function<Collection<UUID>, List<FindingOutcome>> outcomes) {
        Map<UUID, List<UUID>> findings = new LinkedHashMap<>();
        List<PublishedRecord.Row> rows = jdbi.withHandle(h -> h.createQuery(OF_SCHOOL
                        + (told ? " and (p.visit_id is not null or v.announced and v.made_on is null)" : "")
                        + " order by coalesce(v.made_on, v.planned_on) desc, v.id limit 500")
                .bind("school", school)
                .map((r, c) -> {
                    PublishedRecord.Row row = row(r);
                    if (r.getBoolean("recorded")) {
                        findings.put(row.visitId(), List.of((UUID[])
                                r.getArray("findings").getArray()));
                    }
                    return row;
                })
                .list());
        List<UUID> all = findings.values().stream().flatMap(List::stream).toList();
        Map<UUID, FindingOutcome> known = outcomes.apply(all).stream()
                .filter(o -> !o.voided())
                .collect(Collectors.toMap(FindingOutcome::id, Function.identity()));
        List<PublishedRecord.Row> counted = new ArrayList<>();
        for (PublishedRecord.Row row : rows) {
            List<UUID> ids = findings.get(row.visitId());
            counted.add(
                    ids == null
                            ? row
                            : counted(
                                    row,
                                    ids.stream()
                                            .map(known::get)
                                            .filter(o -> o != null)
                                            .toList()));
        }
        return counted;
    }

    private static PublishedRecord.Row counted(PublishedRecord.Row r, List<FindingOutcome> found) {
        return new PublishedRecord.Row(
                r.visitId(),
                r.kind(),
                r.plannedOn(),
                r.madeOn(),
                r.inspectorName(),
                r.published(),
                r.replyDue(),
                r.repliedAt(),
                found.size(),
                (int) found.stream().filter(o -> !o.closed()).count());
    }

    private static PublishedRecord.Row row(ResultSet r) throws SQLException {
        return new PublishedRecord.Row(
                r.getObject("id", UUID.class),
                r.getString("kind"),
                r.getObject("planned_on", LocalDate.class),
                r.getObject("made_on", LocalDate.class),
                r.getString("inspector"),
                r.getBoolean("published"),
                r.getObject("reply_due", LocalDate.class),
                instant(r, "replied_at"),
                null,
                null);
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        return r.getTimestamp(column) == null ? null : r.getTimestamp(column).toInstant();
    }
}
