package org.dudao.rectification;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The unit was called to an interview (约谈). Fired in the transaction that recorded it; one moved to another day is called again.
 *
 * @param id of this call
 */
public record InterviewCalled(UUID id, EscalationFacts step, LocalDate on, String callerName, StepDetails details) {}
