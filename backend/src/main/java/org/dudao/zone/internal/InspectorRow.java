package org.dudao.zone.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inspector in a list.
 *
 * @param phone masked for readers outside the office; null when not told
 * @param standing where the person stands on the day asked for
 * @param process step of the term under way; null when none is
 * @param termNo which term in a row; null when never appointed
 * @param endsOn last day of the latest term
 * @param endsSoon whether that is near
 * @param trainingHours 学时 of the year
 * @param trainingShort hours missing to what the rule asks for; null when none are
 */
public record InspectorRow(
        UUID id,
        String name,
        Inspector.Kind kind,
        String employer,
        String post,
        String phone,
        Standing standing,
        Appointment.State process,
        Integer termNo,
        LocalDate startsOn,
        LocalDate endsOn,
        boolean endsSoon,
        BigDecimal trainingHours,
        BigDecimal trainingShort) {

    /** Where an inspector stands. */
    @Schema(name = "InspectorStanding")
    public enum Standing {
        /** 在任 */
        IN_OFFICE,
        /** appointed, the term not yet begun */
        TO_BEGIN,
        /** 聘任办理中, never in office or no longer */
        CANDIDATE,
        /** 任期届满 */
        EXPIRED,
        /** 已解聘 */
        DISMISSED,
        /** none of these */
        REGISTERED
    }
}
