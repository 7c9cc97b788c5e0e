package org.dudao.zone;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A term of office as papers state it.
 *
 * @param id of the appointment
 * @param regionCode the county
 * @param kind how the person is an inspector, e.g. {@code RESPONSIBLE}
 * @param photo a file of evidence that proves the inspector; null for none
 * @param number which term in a row it is, from 1
 * @param endsOn last day in office; the day of the dismissal after one
 */
public record TermFacts(
        UUID id,
        UUID inspectorId,
        String regionCode,
        String name,
        String kind,
        UUID photo,
        int number,
        LocalDate startsOn,
        LocalDate endsOn,
        Standing standing) {
    /** Where it stands on a day. */
    @Schema(name = "TermStanding")
    public enum Standing {
        TO_BEGIN,
        IN_OFFICE,
        ENDED,
        DISMISSED
    }

    /** Where a term stands on a day; a dismissal counts from the day it is entered. */
    public static Standing standing(boolean dismissed, LocalDate startsOn, LocalDate endsOn, LocalDate today) {
        if (dismissed) {
            return Standing.DISMISSED;
        }
        if (today.isBefore(startsOn)) {
            return Standing.TO_BEGIN;
        }
        return today.isAfter(endsOn) ? Standing.ENDED : Standing.IN_OFFICE;
    }
}
