package org.dudao.rectification;

import java.time.LocalDate;

/**
 * A person took a step of the ladder. Fired in the transaction that recorded it.
 *
 * @param record what was said or decided
 */
public record EscalationTaken(
        EscalationFacts step, LocalDate on, String takerName, String record, StepDetails details) {}
