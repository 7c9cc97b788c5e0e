package org.dudao.rectification;

import java.time.LocalDate;

/** A step nobody has to take fell due: a reminder, a warning. Fired in the transaction that raised it. */
public record EscalationRaised(EscalationFacts step, LocalDate on) {}
