package org.dudao.zone.internal.appraisal;

import org.dudao.zone.internal.plan.ParameterCodes;

/** What an inspector's year is measured by. Complaints are the office's work and measure nobody (ADR 0058). */
public enum AppraisalMeasure {
    /** visits planned and made, in hundredths of those planned and not dropped */
    FULFILMENT,
    /** schools visited in a month of term, over all schools answered for in all such months */
    COVERAGE,
    /** findings of own visits that are closed, in hundredths of those found */
    CLOSURE,
    /** 学时 of training in hundredths of those the rule asks for, no more than all */
    TRAINING,
    /** monthly reports handed in, in hundredths of those due */
    REPORTS,
    /** mean of what schools think, 5 being all */
    FEEDBACK;

    /** The rule that says what it weighs. */
    String weight() {
        return ParameterCodes.APPRAISAL_WEIGHT + name();
    }
}
