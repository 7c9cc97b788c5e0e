package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.EscalationFacts;
import org.dudao.rectification.FindingOutcome;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.Severity;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Reads what events tell others. No scope: whoever fires an event has checked it. */
@ApplicationScoped
public class PublishedFacts {
    private static final String NOTICE = "select n.* from rectification.notice n";

    @Inject
    Jdbi jdbi;

    public NoticeFacts notice(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(NOTICE + " where n.id = :id")
                .bind("id", id)
                .map((r, c) -> notice(h, r))
                .one());
    }

    /** Approved notices in the order of their ids, those after one; for whoever must catch up. */
    public List<NoticeFacts> noticesAfter(UUID id, int most) {
        return jdbi.withHandle(
                h -> h.createQuery(NOTICE + " where n.number is not null and (cast(:id as uuid) is null or n.id > :id)"
                                + " order by n.id limit :most")
                        .bind("id", id)
                        .bind("most", most)
                        .map((r, c) -> notice(h, r))
                        .list());
    }

    EscalationFacts escalation(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select e.id as step_id, e.step, e.deadline as step_deadline, f.*, n.number as notice_number"
                                + " from rectification.escalation e join rectification.finding f on f.id = e.finding_id"
                                + " left join rectification.notice n on n.id = f.notice_id where e.id = :id")
                .bind("id", id)
                .map((r, c) -> new EscalationFacts(
                        id,
                        r.getString("step"),
                        r.getObject("id", UUID.class),
                        r.getString("region_code"),
                        r.getObject("school_id", UUID.class),
                        r.getString("unit_name"),
                        r.getString("rule"),
                        r.getString("description"),
                        r.getString("requirement"),
                        r.getObject("step_deadline", LocalDate.class),
                        r.getString("notice_number"),
                        earlier(h, id)))
                .one());
    }

    private static List<EscalationFacts.Earlier> earlier(Handle h, UUID id) {
        return h.createQuery(
                        "select p.id, l.name_zh, coalesce(p.taken_on, p.due_on) as on_day from rectification.escalation e"
                                + " join rectification.ladder_step me on me.code = e.step"
                                + " join rectification.escalation p on p.finding_id = e.finding_id"
                                + " join rectification.ladder_step l on l.code = p.step"
                                + " where e.id = :id and p.id <> e.id and (l.automatic or p.taken_on is not null)"
                                + " and (p.deadline, l.position) < (e.deadline, me.position) order by p.deadline, l.position")
                .bind("id", id)
                .map((r, c) -> new EscalationFacts.Earlier(
                        r.getObject("id", UUID.class), r.getString("name_zh"), r.getObject("on_day", LocalDate.class)))
                .list();
    }

    private static NoticeFacts notice(Handle h, ResultSet r) throws SQLException {
        UUID id = r.getObject("id", UUID.class);
        return new NoticeFacts(
                id,
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("unit_name"),
                r.getString("title"),
                r.getString("copies"),
                r.getString("number"),
                r.getInt("document_year"),
                r.getInt("document_no"),
                r.getString("approver_name"),
                r.getObject("issued_on", LocalDate.class),
                r.getObject("served_on", LocalDate.class),
                r.getString("receipt_name"),
                r.getString("withdrawn_for"),
                h.createQuery(
                                "select f.*, cardinality(f.evidence) as files from rectification.finding f where f.notice_id = :id"
                                        + " order by f.found_on, f.id")
                        .bind("id", id)
                        .map((d, c) -> new NoticeFacts.Demand(
                                d.getString("rule"),
                                d.getString("description"),
                                Severity.valueOf(d.getString("severity")),
                                d.getObject("found_on", LocalDate.class),
                                d.getString("requirement"),
                                d.getInt("term_days"),
                                "WORKING".equals(d.getString("term_kind")),
                                d.getInt("files")))
                        .list());
    }

    public List<FindingOutcome> outcomes(Collection<UUID> ids) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select id, school_id, unit_name, rule, description, severity, found_on,"
                                + " state, deadline, closed_on from rectification.finding where id = any(:ids) order by found_on, id")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(ConstructorMapper.of(FindingOutcome.class))
                .list());
    }
}
