package org.dudao.zone.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who answers for a school from a day until a day.
 *
 * @param untilDay last day; null until further notice
 */
public record Assignment(
        UUID id,
        UUID schoolId,
        UUID inspectorId,
        String inspectorName,
        LocalDate fromDay,
        LocalDate untilDay,
        Origin origin,
        String recorderName) {

    /** How it came about. */
    @Schema(name = "AssignmentOrigin")
    public enum Origin {
        /** by a person */
        HAND,
        /** from a proposal that was accepted */
        PROPOSAL,
        /** from an exchange (轮换) that was accepted */
        EXCHANGE
    }

    boolean covers(LocalDate day) {
        return !fromDay.isAfter(day) && (untilDay == null || !untilDay.isBefore(day));
    }
}
