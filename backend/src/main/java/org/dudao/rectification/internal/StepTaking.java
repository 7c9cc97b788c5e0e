package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.EscalationTaken;
import org.dudao.rectification.InterviewCalled;
import org.dudao.rectification.StepDetails;
import org.dudao.rectification.internal.Escalations.Escalation;
import org.dudao.rectification.internal.Escalations.LadderStep;
import org.jdbi.v3.core.Jdbi;

/** People on the ladder: who calls a unit to an interview, who takes a step, and what they must write down. */
@ApplicationScoped
public class StepTaking {
    static final String INTERVIEW = "INTERVIEW";
    static final String ACCOUNTABILITY = "ACCOUNTABILITY";

    @Inject
    Jdbi jdbi;

    @Inject
    Escalations escalations;

    @Inject
    FindingService findings;

    @Inject
    PublishedFacts facts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    Event<EscalationTaken> taken;

    @Inject
    Event<InterviewCalled> called;

    /**
     * Calls the unit to an interview that is due; again when it is moved.
     *
     * @param after how many calls there were when the caller looked
     * @throws Problem 403 when the ladder names other roles, 409 when it is not due, 422 when something is not said
     */
    @Transactional
    public void call(UUID finding, StepDetails details, int after, Account by) {
        Finding f = findings.get(finding, by);
        require(details.heldAt(), details.place(), details.called());
        Escalation due = due(f, rung(INTERVIEW, by));
        // one caller at a time: a second click finds the first one's call
        int calls = jdbi.withHandle(h -> {
            h.createQuery("select id from rectification.escalation where id = :id for update")
                    .bind("id", due.id())
                    .mapTo(UUID.class)
                    .one();
            return h.createQuery("select count(*) from rectification.interview_call where escalation_id = :id")
                    .bind("id", due.id())
                    .mapTo(int.class)
                    .one();
        });
        if (calls != after) {
            throw Problem.conflict("rectification.ladder.calledMeanwhile");
        }
        UUID id = Ids.newId();
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into rectification.interview_call (id, escalation_id, details, actor,"
                                + " actor_name, on_day, at) values (:id, :step, :details::jsonb, :actor, :name, :on, :at)")
                .bind("id", id)
                .bind("step", due.id())
                .bind("details", Documents.write(details))
                .bind("actor", by.subject())
                .bind("name", by.displayName())
                .bind("on", findings.today())
                .bind("at", clock.instant())
                .execute());
        audit.record("escalation.called", "finding", finding, f.regionCode(), Map.of("heldAt", details.heldAt()));
        called.fire(new InterviewCalled(id, facts.escalation(due.id()), findings.today(), by.displayName(), details));
    }

    /** A person takes a step and writes down what came of it; refused as {@link #call}. */
    @Transactional
    public List<Escalation> take(UUID finding, String step, String record, StepDetails details, Account by) {
        Finding f = findings.get(finding, by);
        LadderStep rung = rung(step, by);
        if (step.equals(INTERVIEW)) {
            require(details.heldAt(), details.place(), details.called());
            require("details.promise", details.promise());
        } else if (step.equals(ACCOUNTABILITY)) {
            require("details.recipients", details.recipients());
        }
        Escalation due = due(f, rung);
        int rows = jdbi.withHandle(
                h -> h.createUpdate("update rectification.escalation set taken_on = :on, taken_by = :by,"
                                + " taker_name = :name, record = :record, details = :details::jsonb"
                                + " where id = :id and taken_on is null")
                        .bind("on", findings.today())
                        .bind("by", by.subject())
                        .bind("name", by.displayName())
                        .bind("record", record)
                        .bind("details", Documents.write(details))
                        .bind("id", due.id())
                        .execute());
        if (rows == 0) {
            throw notDue(rung);
        }
        audit.record("escalation.taken", "finding", finding, f.regionCode(), Map.of("step", step));
        taken.fire(
                new EscalationTaken(facts.escalation(due.id()), findings.today(), by.displayName(), record, details));
        return escalations.of(finding);
    }

    private LadderStep rung(String step, Account by) {
        LadderStep rung = escalations.ladder("").stream()
                .filter(l -> l.code().equals(step))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("rectification.ladder.notFound", step));
        if (!rung.takenBy().contains(by.role())) {
            throw Problem.forbidden("rectification.ladder.role", rung.nameZh());
        }
        return rung;
    }

    /** The step as it waits for this deadline; none once the unit has replied. */
    private Escalation due(Finding f, LadderStep rung) {
        return escalations.of(f.id()).stream()
                .filter(e -> e.step().equals(rung.code())
                        && e.deadline().equals(f.deadline())
                        && e.takenOn() == null
                        && f.state() == Finding.State.RECTIFYING)
                .findFirst()
                .orElseThrow(() -> notDue(rung));
    }

    private static Problem notDue(LadderStep rung) {
        return Problem.conflict("rectification.ladder.notDue", rung.nameZh());
    }

    private static void require(String heldAt, String place, String calledUp) {
        List<FieldError> errors = new ArrayList<>();
        missing(errors, "details.heldAt", heldAt);
        missing(errors, "details.place", place);
        missing(errors, "details.called", calledUp);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void require(String field, String value) {
        List<FieldError> errors = new ArrayList<>();
        missing(errors, field, value);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void missing(List<FieldError> errors, String field, String value) {
        if (value == null || value.isBlank()) {
            errors.add(FieldError.of(field, "kernel.required"));
        }
    }
}
