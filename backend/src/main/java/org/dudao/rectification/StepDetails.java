package org.dudao.rectification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What belongs to a step of the ladder beside its record; what a step does not need is null.
 *
 * @param heldAt when the interview is or was held, in words: 2026年11月30日15时
 * @param place where
 * @param called who is or was interviewed for the unit
 * @param interviewers who interviews
 * @param promise what the unit promised
 * @param recipients 主送 of a notice of criticism or of a suggestion
 */
@Schema(name = "EscalationStepDetails")
public record StepDetails(
        String heldAt, String place, String called, String interviewers, String promise, String recipients) {
    /** None of them. */
    public static final StepDetails NONE = new StepDetails(null, null, null, null, null, null);
}
