package org.dudao.zone.internal.waiting;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing to do.
 *
 * @param id of the visit, or of the inspector whose report or appraisal it is
 * @param name of the school, or of the inspector
 * @param of the day of the visit, the month of the report, or the year of the appraisal
 * @param since when it began to wait; null when that is not known
 * @param dueOn last day; null when there is none
 * @param overdue past {@code dueOn}
 */
@Schema(name = "ZoneWaiting")
public record ZoneWaiting(
        Kind kind, UUID id, String name, String of, LocalDate since, LocalDate dueOn, boolean overdue) {
    /** What is to be done. */
    @Schema(name = "ZoneWaitingKind")
    public enum Kind {
        /** a school has not answered a record sent to it */
        ANSWER_RECORD,
        /** planned for one of the next days, or for one that is over */
        MAKE_VISIT,
        /** last month's report is not handed in */
        HAND_IN_REPORT,
        /** the office gave a report back */
        REVISE_REPORT,
        /** the inspector has not read an appraisal that stands */
        ACKNOWLEDGE_APPRAISAL,
        CONFIRM_APPRAISAL,
        /** the director gave an appraisal back */
        REVISE_APPRAISAL
    }
}
