package org.dudao.zone.internal.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A complaint about a school. A step returns the complaint after it, or throws why it cannot be taken. Who sent it is not
 * here: that is looked at by itself, and every look is recorded.
 *
 * @param matter number of the matter (督导事项) it is about
 * @param verifyBy last day to verify it or reject it
 * @param answerBy last day to answer it
 * @param passedTo who it was passed on to; null when it was not
 * @param answer what the sender reads; null until then
 * @param rejectedFor why it is not the office's; null unless rejected
 * @param closedOn day of the answer or rejection
 */
public record Complaint(
        UUID id,
        UUID schoolId,
        String regionCode,
        int matter,
        String body,
        State state,
        LocalDate receivedOn,
        LocalDate verifyBy,
        LocalDate answerBy,
        String passedTo,
        String answer,
        String rejectedFor,
        LocalDate closedOn,
        long version) {

    /** Where it stands. */
    @Schema(name = "ComplaintState")
    public enum State {
        /** 已收到 */
        RECEIVED,
        /** 已核实受理 */
        VERIFIED,
        /** 已办理 */
        HANDLED,
        /** 已转办 */
        PASSED_ON,
        /** 已答复 */
        ANSWERED,
        /** 不属受理范围 */
        REJECTED;

        /** Whether nothing is left to do. */
        public boolean closed() {
            return this == ANSWERED || this == REJECTED;
        }
    }

    /** What the office does with it. */
    @Schema(name = "ComplaintStepKind")
    public enum Step {
        VERIFY(State.VERIFIED, State.RECEIVED),
        HANDLE(State.HANDLED, State.VERIFIED, State.PASSED_ON),
        PASS_ON(State.PASSED_ON, State.VERIFIED),
        ANSWER(State.ANSWERED, State.HANDLED, State.PASSED_ON),
        REJECT(State.REJECTED, State.RECEIVED, State.VERIFIED);

        private final State leadsTo;
        private final List<State> from;

        Step(State leadsTo, State... from) {
            this.leadsTo = leadsTo;
            this.from = List.of(from);
        }

        /** Whether it can be taken in a state. */
        public boolean from(State state) {
            return from.contains(state);
        }
    }

    /**
     * The complaint after a step.
     *
     * @param text what was found or done; the answer or the reason, which the sender reads
     * @param to who it is passed on to, for PASS_ON
     * @throws Problem 409 when it does not stand where the step begins, 422 when words are missing
     */
    Complaint after(Step step, String text, String to, LocalDate today) {
        if (!step.from(state)) {
            throw Problem.conflict("zone.complaint.state");
        }
        if (text == null) {
            throw Problem.unprocessable("zone.complaint.text", "text");
        }
        if (step == Step.PASS_ON && to == null) {
            throw Problem.unprocessable("zone.complaint.passTo", "to");
        }
        return new Complaint(
                id,
                schoolId,
                regionCode,
                matter,
                body,
                step.leadsTo,
                receivedOn,
                verifyBy,
                answerBy,
                step == Step.PASS_ON ? to : passedTo,
                step == Step.ANSWER ? text : answer,
                step == Step.REJECT ? text : rejectedFor,
                step.leadsTo.closed() ? today : null,
                version);
    }

    /** The last day of what is to be done next; null when nothing is. */
    public LocalDate dueOn() {
        return state.closed() ? null : state == State.RECEIVED ? verifyBy : answerBy;
    }

    /** Whether that day has passed. */
    public boolean overdue(LocalDate today) {
        return dueOn() != null && dueOn().isBefore(today);
    }
}
