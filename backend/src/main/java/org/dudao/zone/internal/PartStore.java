package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.jdbi.v3.core.Jdbi;

/** What belongs to an inspector: terms and their steps, training, conflicts. The caller has found the inspector in scope. */
@ApplicationScoped
class PartStore {
    @Inject
    Jdbi jdbi;

    /** Newest first; what is under way before what was. */
    List<Appointment> appointments(UUID inspector) {
        return jdbi.withHandle(h -> h.createQuery("select * from zone.appointment where inspector_id = :id"
                        + " order by starts_on desc nulls first, id desc")
                .bind("id", inspector)
                .map((r, c) -> appointment(r))
                .list());
    }

    List<AppointmentStep> steps(UUID inspector) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select s.* from zone.appointment_step s join zone.appointment a on a.id = s.appointment_id"
                                + " where a.inspector_id = :id order by s.at, s.id")
                .bind("id", inspector)
                .map((r, c) -> new AppointmentStep(
                        r.getObject("id", UUID.class),
                        r.getObject("appointment_id", UUID.class),
                        Appointment.State.valueOf(r.getString("kind")),
                        r.getObject("on_date", LocalDate.class),
                        r.getString("text"),
                        uuids(r, "evidence"),
                        r.getString("actor_name"),
                        r.getTimestamp("at").toInstant()))
                .list());
    }

    void insert(Appointment a) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into zone.appointment (id, inspector_id, state) values (:id, :inspector, :state)")
                .bind("id", a.id())
                .bind("inspector", a.inspectorId())
                .bind("state", a.state().name())
                .execute());
    }

    void update(Appointment a) {
        jdbi.useHandle(h -> h.createUpdate("update zone.appointment set state = :state, announced_until = :until,"
                        + " term_no = :no, starts_on = :starts, ends_on = :ends where id = :id")
                .bind("state", a.state().name())
                .bind("until", a.announcedUntil())
                .bind("no", a.termNo())
                .bind("starts", a.startsOn())
                .bind("ends", a.endsOn())
                .bind("id", a.id())
                .execute());
    }

    void add(AppointmentStep s, Account by) {
        jdbi.useHandle(h -> h.createUpdate("insert into zone.appointment_step (id, appointment_id, kind, on_date, text,"
                        + " evidence, actor, actor_name, at) values (:id, :appointment, :kind, :on, :text, :evidence, :actor,"
                        + " :name, :at)")
                .bind("id", s.id())
                .bind("appointment", s.appointmentId())
                .bind("kind", s.kind().name())
                .bind("on", s.onDate())
                .bind("text", s.text())
                .bindArray("evidence", UUID.class, s.evidence())
                .bind("actor", by.subject())
                .bind("name", s.actorName())
                .bind("at", s.at())
                .execute());
    }

    /** Newest first. */
    List<Training> trainings(UUID inspector) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from zone.training where inspector_id = :id order by until_day desc, id desc")
                .bind("id", inspector)
                .map((r, c) -> new Training(
                        r.getObject("id", UUID.class),
                        r.getObject("from_day", LocalDate.class),
                        r.getObject("until_day", LocalDate.class),
                        r.getBigDecimal("hours"),
                        r.getString("topic"),
                        r.getString("organiser"),
                        uuids(r, "evidence")))
                .list());
    }

    void add(UUID inspector, Training t, Account by, Instant at) {
        jdbi.useHandle(
                h -> h.createUpdate("insert into zone.training (id, inspector_id, from_day, until_day, hours, topic,"
                                + " organiser, evidence, recorded_by, recorded_at) values (:id, :inspector, :from, :until, :hours,"
                                + " :topic, :organiser, :evidence, :by, :at)")
                        .bind("id", t.id())
                        .bind("inspector", inspector)
                        .bind("from", t.fromDay())
                        .bind("until", t.untilDay())
                        .bind("hours", t.hours())
                        .bind("topic", t.topic())
                        .bind("organiser", t.organiser())
                        .bindArray("evidence", UUID.class, t.evidence())
                        .bind("by", by.subject())
                        .bind("at", at)
                        .execute());
    }

    boolean removeTraining(UUID inspector, UUID training) {
        return remove("training", inspector, training);
    }

    List<Conflict> conflicts(UUID inspector) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select c.*, s.name as school from zone.conflict c join registry.school s on s.id = c.school_id"
                                + " where c.inspector_id = :id order by s.name, c.kind")
                .bind("id", inspector)
                .map((r, c) -> new Conflict(
                        r.getObject("id", UUID.class),
                        r.getObject("school_id", UUID.class),
                        r.getString("school"),
                        Conflict.Kind.valueOf(r.getString("kind")),
                        r.getString("note")))
                .list());
    }

    /** False when the same is recorded already. */
    boolean add(UUID inspector, Conflict c, Account by, Instant at) {
        return jdbi.withHandle(h -> h.createUpdate("insert into zone.conflict (id, inspector_id, school_id, kind, note,"
                                + " recorded_by, recorded_at) values (:id, :inspector, :school, :kind, :note, :by, :at)"
                                + " on conflict (inspector_id, school_id, kind) do nothing")
                        .bind("id", c.id())
                        .bind("inspector", inspector)
                        .bind("school", c.schoolId())
                        .bind("kind", c.kind().name())
                        .bind("note", c.note())
                        .bind("by", by.subject())
                        .bind("at", at)
                        .execute())
                == 1;
    }

    boolean removeConflict(UUID inspector, UUID conflict) {
        return remove("conflict", inspector, conflict);
    }

    private boolean remove(String table, UUID inspector, UUID id) {
        return jdbi.withHandle(
                        h -> h.createUpdate("delete from zone." + table + " where id = :id and inspector_id = :of")
                                .bind("id", id)
                                .bind("of", inspector)
                                .execute())
                == 1;
    }

    private static Appointment appointment(ResultSet r) throws SQLException {
        return new Appointment(
                r.getObject("id", UUID.class),
                r.getObject("inspector_id", UUID.class),
                Appointment.State.valueOf(r.getString("state")),
                r.getObject("announced_until", LocalDate.class),
                r.getObject("term_no", Integer.class),
                r.getObject("starts_on", LocalDate.class),
                r.getObject("ends_on", LocalDate.class));
    }

    private static List<UUID> uuids(ResultSet r, String column) throws SQLException {
        return List.of((UUID[]) r.getArray(column).getArray());
    }
}
