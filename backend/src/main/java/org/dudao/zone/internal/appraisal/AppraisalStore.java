package org.dudao.zone.internal.appraisal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.zone.internal.Inspector;
import org.jdbi.v3.core.Jdbi;

/** Appraisals as they are kept, and whose there are to be. Everything is read inside the caller's scope. */
@ApplicationScoped
class AppraisalStore {
    /** Those in office on any day of the year, and those appraised already. */
    private static final String PEOPLE =
            "select i.id, i.name, i.kind, i.region_code, i.account from zone.inspector i%s and (exists (select from"
                    + " zone.appointment a where a.inspector_id = i.id and a.state in ('APPOINTED', 'DISMISSED')"
                    + " and a.starts_on <= :until and a.ends_on >= :from) or exists (select from zone.appraisal p"
                    + " where p.inspector_id = i.id and p.year = :year))"
                    + " order by i.region_code, i.name collate \"zh-Hans-CN-x-icu\", i.id";

    /** Whose appraisal it is. */
    record Person(UUID id, String name, Inspector.Kind kind, String region, String account) {}

    /**
     * An appraisal as it is kept.
     *
     * @param snapshot null before it is confirmed
     */
    record Kept(
            UUID inspectorId,
            int year,
            Appraisal.State state,
            Integer officeMark,
            String comment,
            BigDecimal submittedTotal,
            AppraisalGrade grade,
            String gradeReason,
            Appraisal.Basis snapshot,
            boolean acknowledged,
            long version) {}

    @Inject
    Jdbi jdbi;

    /** The office sees its region's; an inspector themself, once the year is confirmed. */
    private static Where scope(Account by) {
        Where where = new Where()
                .and("i.region_code like :scope || '%'", "scope", by.scope().regionPrefix());
        if (by.role().equals(Roles.INSPECTOR)) {
            where.and(
                    "i.account = :self and exists (select from zone.appraisal c where c.inspector_id = i.id"
                            + " and c.year = :year and c.state = 'CONFIRMED')",
                    "self",
                    by.subject());
        }
        return where;
    }

    List<Person> people(int year, Account by) {
        return people(year, scope(by));
    }

    Optional<Person> person(UUID id, int year, Account by) {
        return people(year, scope(by).and("i.id = :id", "id", id)).stream().findFirst();
    }

    private List<Person> people(int year, Where where) {
        return jdbi.withHandle(h -> h.createQuery(PEOPLE.formatted(where.sql()))
                .bindMap(where.bindings())
                .bind("year", year)
                .bind("from", LocalDate.of(year, 1, 1))
                .bind("until", LocalDate.of(year, 12, 31))
                .map((r, c) -> new Person(
                        r.getObject("id", UUID.class),
                        r.getString("name"),
                        Inspector.Kind.valueOf(r.getString("kind")),
                        r.getString("region_code"),
                        r.getString("account")))
                .list());
    }

    /** The years of somebody that there are, the latest first; for the inspector those confirmed. */
    List<Integer> years(UUID inspector, Account by) {
        boolean self = by.role().equals(Roles.INSPECTOR);
        return jdbi.withHandle(h -> h.createQuery("select p.year from zone.appraisal p join zone.inspector i"
                        + " on i.id = p.inspector_id where i.id = :id and i.region_code like :scope || '%'"
                        + " and (cast(:self as text) is null or i.account = :self and p.state = 'CONFIRMED')"
                        + " order by p.year desc")
                .bind("id", inspector)
                .bind("scope", by.scope().regionPrefix())
                .bind("self", self ? by.subject() : null)
                .mapTo(int.class)
                .list());
    }

    Map<UUID, Kept> kept(int year, Collection<UUID> people) {
        return jdbi
                .withHandle(h -> h.createQuery("select p.*, exists (select from zone.appraisal_step s"
                                + " where s.inspector_id = p.inspector_id and s.year = p.year and s.kind = 'ACKNOWLEDGED')"
                                + " as acknowledged from zone.appraisal p where p.year = :year"
                                + " and p.inspector_id = any(:people)")
                        .bind("year", year)
                        .bindArray("people", UUID.class, people.toArray())
                        .map((r, c) -> read(r))
                        .list())
                .stream()
                .collect(Collectors.toMap(Kept::inspectorId, k -> k));
    }

    List<Appraisal.Step> steps(UUID inspector, int year) {
        return jdbi.withHandle(h -> h.createQuery("select kind, note, actor_name, at from zone.appraisal_step"
                        + " where inspector_id = :id and year = :year order by at, id")
                .bind("id", inspector)
                .bind("year", year)
                .map((r, c) -> new Appraisal.Step(
                        Appraisal.Step.Kind.valueOf(r.getString("kind")),
                        r.getString("note"),
                        r.getString("actor_name"),
                        r.getTimestamp("at").toInstant()))
                .list());
    }

    /**
     * Writes the office's part.
     *
     * @param total what it comes to when it is submitted; null for a draft
     * @return false when somebody else was faster or it is confirmed
     */
    boolean write(
            UUID inspector,
            int year,
            Integer mark,
            String comment,
            Appraisal.State state,
            BigDecimal total,
            long version) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into zone.appraisal (inspector_id, year, state, office_mark, comment,"
                                        + " submitted_total, version) values (:id, :year, :state, :mark, :comment, :total, 1)"
                                        + " on conflict (inspector_id, year) do update set state = :state, office_mark = :mark,"
                                        + " comment = :comment, submitted_total = :total, version = zone.appraisal.version + 1"
                                        + " where zone.appraisal.version = :version and zone.appraisal.state <> 'CONFIRMED'")
                        .bind("id", inspector)
                        .bind("year", year)
                        .bind("state", state.name())
                        .bind("mark", mark)
                        .bind("comment", comment)
                        .bind("total", total)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    /** @param snapshot fixes it for good; null gives it back */
    boolean decide(
            UUID inspector, int year, AppraisalGrade grade, String reason, Appraisal.Basis snapshot, long version) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update zone.appraisal set state = :state, grade = :grade, grade_reason = :reason,"
                                        + " snapshot = :snapshot::jsonb, version = version + 1 where inspector_id = :id"
                                        + " and year = :year and version = :version and state = 'SUBMITTED'")
                        .bind("state", snapshot == null ? "RETURNED" : "CONFIRMED")
                        .bind("grade", grade == null ? null : grade.name())
                        .bind("reason", reason)
                        .bind("snapshot", snapshot == null ? null : Documents.write(snapshot))
                        .bind("id", inspector)
                        .bind("year", year)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    /** Counts a change that is only a step; false when somebody else was faster. */
    boolean touch(UUID inspector, int year, long version) {
        return jdbi.withHandle(h -> h.execute(
                        "update zone.appraisal set version = version + 1 where inspector_id = ? and year = ? and version = ?",
                        inspector,
                        year,
                        version))
                == 1;
    }

    void add(UUID inspector, int year, Appraisal.Step.Kind kind, String note, Account by, Instant at) {
        jdbi.useHandle(h -> h.execute(
                "insert into zone.appraisal_step (id, inspector_id, year, kind, note, actor, actor_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.newId(),
                inspector,
                year,
                kind.name(),
                note,
                by.subject(),
                by.displayName(),
                at));
    }

    private static Kept read(ResultSet r) throws SQLException {
        String grade = r.getString("grade");
        String snapshot = r.getString("snapshot");
        return new Kept(
                r.getObject("inspector_id", UUID.class),
                r.getInt("year"),
                Appraisal.State.valueOf(r.getString("state")),
                r.getObject("office_mark", Integer.class),
                r.getString("comment"),
                r.getBigDecimal("submitted_total"),
                grade == null ? null : AppraisalGrade.valueOf(grade),
                r.getString("grade_reason"),
                snapshot == null ? null : Documents.read(snapshot, Appraisal.Basis.class),
                r.getBoolean("acknowledged"),
                r.getLong("version"));
    }
}
