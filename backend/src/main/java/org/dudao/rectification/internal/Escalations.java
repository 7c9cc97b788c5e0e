package org.dudao.rectification.internal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.EscalationRaised;
import org.dudao.rectification.StepDetails;
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
            select f.id as finding_id, l.code as step, f.deadline, d.due_on
            from rectification.finding f
            cross join lateral (
                select s.code, s.position, coalesce(o.days, s.after_days) as days
                from rectification.ladder_step s
                left join lateral rectification.days_for('STEP', s.code, f.region_code) o on true) l
            cross join lateral (
                select f.deadline + l.days + coalesce(sum(least(p.until_day, cast(:today as date)) - p.from_day + 1), 0)::int as due_on,
                    coalesce(bool_or(p.until_day >= :today), false) as paused
                from rectification.pause p where p.finding_id = f.id and p.from_day <= :today) d
            where f.state = 'RECTIFYING' and f.deadline is not null and not d.paused and d.due_on <= :today
                and (l.days >= 0 or f.deadline >= :today)
                and not exists (select 1 from rectification.escalation e
                    where e.finding_id = f.id and e.step = l.code and e.deadline = f.deadline)
            order by d.due_on, l.position, f.id
            """;
    private static final String RAISE =
            """
            insert into rectification.escalation (id, finding_id, step, deadline, due_on, raised_at)
            select :id, f.id, :step, f.deadline, :dueOn, :now from rectification.finding f
            where f.id = :finding and f.state = 'RECTIFYING' and f.deadline = :deadline
            on conflict (finding_id, step, deadline) do nothing
            """;
    private static final String SELECT =
            "select e.*, l.name_zh, l.name_en, l.automatic, l.taken_by as allowed, l.position,"
                    + " (select c.details from rectification.interview_call c where c.escalation_id = e.id"
                    + " order by c.at desc, c.id desc limit 1) as call,"
                    + " (select count(*) from rectification.interview_call c where c.escalation_id = e.id) as calls"
                    + " from rectification.escalation e join rectification.ladder_step l on l.code = e.step"
                    + " join rectification.finding f on f.id = e.finding_id left join registry.school s on s.id = f.school_id";

    private record Due(UUID finding, String step, LocalDate deadline, LocalDate dueOn) {}

    /** One rung of the ladder. */
    public record LadderStep(
            String code,
            String nameZh,
            String nameEn,
            int afterDays,
            boolean automatic,
            List<String> takenBy,
            String source,
            String sourceEn,
            boolean verified) {}

    /**
     * A step that has fallen due.
     *
     * @param takenOn day a person took it; null for automatic steps and those still waiting
     * @param record what was said or decided; null until taken
     * @param details what belongs to it, e.g. where an interview was held; null until taken
     * @param call the last call to the interview; null when the unit was not called
     * @param calls how often the unit was called
     * @param takenBy roles that may take it, as the ladder says
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
            String record,
            StepDetails details,
            StepDetails call,
            int calls,
            List<String> takenBy) {}

    @Inject
    Jdbi jdbi;

    @Inject
    FindingService findings;

    @Inject
    PublishedFacts facts;

    @Inject
    Event<EscalationRaised> raised;

    @Inject
    FindingStore store;

    @Inject
    NoticeStore notices;

    @Inject
    Tellings tellings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Scheduled(every = "10m", delayed = "20s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        raiseDue(findings.today());
    }

    /**
     * Raises every step that is due on a day, each in a transaction of its own, so that one whose document cannot be made
     * holds up no other; returns how many are new.
     */
    public int raiseDue(LocalDate today) {
        Map<String, LadderStep> steps = ladder("").stream().collect(Collectors.toMap(LadderStep::code, s -> s));
        int raisedNow = 0;
        for (Due one : due(today)) {
            try {
                if (QuarkusTransaction.requiringNew().call(() -> raise(one, steps.get(one.step), today))) {
                    raisedNow++;
                }
            } catch (RuntimeException e) {
                Log.errorf(e, "step %s of finding %s was not raised and is tried again", one.step, one.finding);
            }
        }
        QuarkusTransaction.requiringNew().run(() -> tellUnserved(today));
        return raisedNow;
    }

    private List<Due> due(LocalDate today) {
        return QuarkusTransaction.requiringNew()
                .call(() -> jdbi.withHandle(h -> h.createQuery(DUE)
                        .bind("today", today)
                        .map((r, c) -> new Due(
                                r.getObject("finding_id", UUID.class),
                                r.getString("step"),
                                r.getObject("deadline", LocalDate.class),
                                r.getObject("due_on", LocalDate.class)))
                        .list()));
    }

    /** False when another node was faster, or the finding has moved on. */
    private boolean raise(Due one, LadderStep step, LocalDate today) {
        UUID id = Ids.newId();
        int rows = jdbi.withHandle(h -> h.createUpdate(RAISE)
                .bind("id", id)
                .bind("finding", one.finding)
                .bind("step", one.step)
                .bind("deadline", one.deadline)
                .bind("dueOn", one.dueOn)
                .bind("now", clock.instant())
                .execute());
        if (rows == 0) {
            return false;
        }
        if (step.automatic()) {
            raised.fire(new EscalationRaised(facts.escalation(id), today));
        }
        tellings.fellDue(store.require(one.finding), step, id, one.dueOn);
        return true;
    }

    private void tellUnserved(LocalDate today) {
        notices.unservedOn(today).forEach(late -> tellings.unserved(late.notice(), late.dueOn()));
    }

    /** The ladder as it stands for a region: with the days its office, or one above it, has set. */
    @Transactional
    public List<LadderStep> ladder(String region) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select l.code, l.name_zh, l.name_en, l.automatic, l.taken_by, l.verified,"
                                + " coalesce(o.days, l.after_days) as after_days, coalesce(o.source, l.source) as source,"
                                + " case when o.days is null then l.source_en end as source_en from rectification.ladder_step l"
                                + " left join lateral rectification.days_for('STEP', l.code, :region) o on true order by l.position")
                .bind("region", region)
                .map((r, c) -> new LadderStep(
                        r.getString("code"),
                        r.getString("name_zh"),
                        r.getString("name_en"),
                        r.getInt("after_days"),
                        r.getBoolean("automatic"),
                        List.of((String[]) r.getArray("taken_by").getArray()),
                        r.getString("source"),
                        r.getString("source_en"),
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
        Where where = FindingStore.handled(by)
                .and("not l.automatic and e.taken_on is null and f.state = 'RECTIFYING' and e.deadline = f.deadline")
                .and(":role = any(l.taken_by)", "role", by.role());
        return jdbi.withHandle(h -> h.createQuery(SELECT + where.sql() + " order by e.due_on, e.id limit 200")
                .bindMap(where.bindings())
                .map((r, c) -> read(r))
                .list());
    }

    /** Stops the ladder for some days, with the reason. */
    @Transactional
    public void pause(UUID finding, LocalDate from, LocalDate until, String reason, Account by) {
        Finding f = findings.get(finding, by);
        if (until.isBefore(from)) {
            throw Problem.unprocessable("rectification.pause.order", "until");
        }
        findings.requireWithinAYear(until, "until");
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
                r.getString("record"),
                details(r.getString("details")),
                details(r.getString("call")),
                r.getInt("calls"),
                List.of((String[]) r.getArray("allowed").getArray()));
    }

    private static StepDetails details(String json) {
        return json == null ? null : Documents.read(json, StepDetails.class);
    }
}
