package org.dudao.rectification.internal;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/**
 * The ladder climbed around a deadline: reminder, warning, interview (约谈), criticism (通报), accountability (问责建议). A step falls
 * due by date alone, so a night without a server loses none; one finding, step and deadline has one row, so several nodes
 * raise it once. While a pause runs nothing falls due, and afterwards everything is later by its length.
 */
@ApplicationScoped
public class Escalations {
    private static final String DUE =
            """
            insert into rectification.escalation (id, finding_id, step, deadline, due_on, raised_at)
            select gen_random_uuid(), f.id, l.code, f.deadline, d.due_on, :now
            from rectification.finding f
            cross join rectification.ladder_step l
            cross join lateral (
                select f.deadline + l.after_days + coalesce(sum(least(p.until_day, cast(:today as date)) - p.from_day + 1), 0)::int as due_on,
                    coalesce(bool_or(p.until_day >= :today), false) as paused
                from rectification.pause p where p.finding_id = f.id and p.from_day <= :today) d
            where f.state = 'RECTIFYING' and f.deadline is not null and not d.paused and d.due_on <= :today
                and (l.after_days >= 0 or f.deadline >= :today)
            on conflict (finding_id, step, deadline) do nothing
            """;
    private static final String SELECT =
            "select e.*, l.name_zh, l.name_en, l.automatic, l.taken_by as allowed, l.position"
                    + " from rectification.escalation e join rectification.ladder_step l on l.code = e.step"
                    + " join rectification.finding f on f.id = e.finding_id left join registry.school s on s.id = f.school_id";

    /** One rung of the ladder. */
    public record LadderStep(
            String code,
            String nameZh,
            String nameEn,
            int afterDays,
            boolean automatic,
            List<String> takenBy,
            String source,
            boolean verified) {}

    /**
     * A step that has fallen due.
     *
     * @param takenOn day a person took it; null for automatic steps and those still waiting
     * @param record what was said or decided; null until taken
     */
    public record Escalation(
            UUID id,
            UUID findingId,
            String step,
            String nameZh,
            String nameEn,
            boolean automatic,
            LocalDate deadline,
            LocalDate dueOn,
            Instant raisedAt,
            LocalDate takenOn,
            String takerName,
            String record) {}

    @Inject
    Jdbi jdbi;

    @Inject
    FindingService findings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Scheduled(every = "10m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        raiseDue(findings.today());
    }

    /** Raises every step that is due on a day; returns how many are new. */
    @Transactional
    public int raiseDue(LocalDate today) {
        return jdbi.withHandle(h -> h.createUpdate(DUE)
                .bind("today", today)
                .bind("now", clock.instant())
                .execute());
    }

    @Transactional
    public List<LadderStep> ladder() {
        return jdbi.withHandle(h -> h.createQuery("select * from rectification.ladder_step order by position")
                .map((r, c) -> new LadderStep(
                        r.getString("code"),
                        r.getString("name_zh"),
                        r.getString("name_en"),
                        r.getInt("after_days"),
                        r.getBoolean("automatic"),
                        List.of((String[]) r.getArray("taken_by").getArray()),
                        r.getString("source"),
                        r.getBoolean("verified")))
                .list());
    }

    @Transactional
    public List<Escalation> of(UUID finding) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where e.finding_id = :id order by e.deadline, l.position")
                .bind("id", finding)
                .map((r, c) -> read(r))
                .list());
    }

    /** Steps a person must take, oldest first, inside the caller's scope. */
    @Transactional
    public List<Escalation> waiting(Account by) {
        Where where = FindingStore.scope(by)
                .and("not l.automatic and e.taken_on is null and f.state = 'RECTIFYING' and e.deadline = f.deadline")
                .and(":role = any(l.taken_by)", "role", by.role());
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql() + " order by e.due_on, e.id limit 200")
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .list());
    }

    /** A person takes a step and writes down what came of it. */
    @Transactional
    public List<Escalation> take(UUID finding, String step, String record, Account by) {
        Finding f = findings.get(finding, by);
        LadderStep rung = ladder().stream()
                .filter(l -> l.code().equals(step))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("rectification.ladder.notFound", step));
        if (!rung.takenBy().contains(by.role())) {
            throw Problem.forbidden("rectification.ladder.role", rung.nameZh());
        }
        int taken = jdbi.withHandle(h -> h.createUpdate(
                        "update rectification.escalation set taken_on = :on, taken_by = :by,"
                                + " taker_name = :name, record = :record"
                                + " where finding_id = :finding and step = :step and deadline = :deadline and taken_on is null")
                .bind("on", findings.today())
                .bind("by", by.subject())
                .bind("name", by.displayName())
                .bind("record", record)
                .bind("finding", finding)
                .bind("step", step)
                .bind("deadline", f.deadline())
                .execute());
        if (taken == 0) {
            throw Problem.conflict("rectification.ladder.notDue", rung.nameZh());
        }
        audit.record("escalation.taken", "finding", finding, f.regionCode(), Map.of("step", step));
        return of(finding);
    }

    /** Stops the ladder for some days, with the reason. */
    @Transactional
    public void pause(UUID finding, LocalDate from, LocalDate until, String reason, Account by) {
        Finding f = findings.get(finding, by);
        if (until.isBefore(from)) {
            throw Problem.unprocessable("rectification.pause.order", "until");
        }
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into rectification.pause (id, finding_id, from_day, until_day, reason,"
                                + " actor, actor_name, at) values (:id, :finding, :from, :until, :reason, :actor, :name, :at)")
                .bind("id", Ids.newId())
                .bind("finding", finding)
                .bind("from", from)
                .bind("until", until)
                .bind("reason", reason)
                .bind("actor", by.subject())
                .bind("name", by.displayName())
                .bind("at", clock.instant())
                .execute());
        audit.record(
                "escalation.paused",
                "finding",
                finding,
                f.regionCode(),
                Map.of("from", from, "until", until, "reason", reason));
    }

    private static Escalation read(ResultSet r) throws SQLException {
        return new Escalation(
                r.getObject("id", UUID.class),
                r.getObject("finding_id", UUID.class),
                r.getString("step"),
                r.getString("name_zh"),
                r.getString("name_en"),
                r.getBoolean("automatic"),
                r.getObject("deadline", LocalDate.class),
                r.getObject("due_on", LocalDate.class),
                r.getTimestamp("raised_at").toInstant(),
                r.getObject("taken_on", LocalDate.class),
                r.getString("taker_name"),
                r.getString("record"));
    }
}
