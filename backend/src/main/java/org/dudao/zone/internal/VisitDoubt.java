package org.dudao.zone.internal;

/** What is doubtful about the times a phone gave of a visit. The record is kept all the same and the office looks at it. */
public enum VisitDoubt {
    /** Ended more than a year before it was received: the day it was received stands for the day of the visit. */
    DAY_UNKNOWN,
    /** Received more days after the visit than the county allows. */
    LATE,
    /** Longer than the county thinks one visit lasts. */
    LONG,
    /** Ended after it was received, although the phone's clock was right when it was sent. */
    AHEAD
}
