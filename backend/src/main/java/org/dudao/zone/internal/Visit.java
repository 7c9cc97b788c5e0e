package org.dudao.zone.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A visit to a school.
 *
 * @param plannedOn day it was planned for; null for one that was not planned
 * @param madeOn day it was made, in China; null until the first record is received
 * @param cancelledFor why the plan was dropped; a visit made all the same keeps the reason and counts as made
 * @param records how many records were received
 * @param systemId version of the checklist chosen beforehand; null leaves it to whoever goes
 * @param inspectorId who is to go; for a visit nobody was named for, who answers for the school on its day; null for nobody
 * @param participants who else goes along (协作督导)
 * @param announced whether the school is told the day beforehand
 * @param doubtful whether a record of it has doubtful times, or came from a clock that was off
 * @param published whether its record was sent to the school
 * @param moved whether it was moved to another day at least once
 */
public record Visit(
        UUID id,
        String regionCode,
        UUID schoolId,
        String schoolName,
        VisitRecord.Kind kind,
        LocalDate plannedOn,
        LocalDate madeOn,
        String cancelledFor,
        int records,
        State state,
        UUID systemId,
        UUID inspectorId,
        String inspectorName,
        List<Participant> participants,
        boolean announced,
        boolean moved,
        boolean doubtful,
        boolean published,
        long version) {

    /**
     * Somebody who goes along.
     *
     * @param inspectorId null for a department, or a person who is not in the register
     */
    @Schema(name = "VisitParticipant")
    public record Participant(UUID inspectorId, String name) {}

    /**
     * That a plan was moved to another day.
     *
     * @param dayOff whether the new day is a day off, which whoever moved it said
     */
    @Schema(name = "VisitMove")
    public record Move(
            LocalDate fromDay, LocalDate toDay, boolean dayOff, String reason, String actorName, Instant at) {}

    /** Where a visit stands. */
    @Schema(name = "VisitState")
    public enum State {
        PLANNED,
        CANCELLED,
        MADE
    }
}
