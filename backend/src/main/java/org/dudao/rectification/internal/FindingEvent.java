package org.dudao.rectification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One thing that happened to a finding.
 *
 * @param onDate day it counts for in the ledger
 * @param at when the server recorded it
 * @param text measure, reason or remark, in words
 * @param mode how it was checked; null for other kinds
 * @param deadline last day of rectification after this event; null when it has none yet
 */
public record FindingEvent(
        UUID id,
        UUID findingId,
        Kind kind,
        LocalDate onDate,
        Instant at,
        String actor,
        String actorName,
        String text,
        CheckMode mode,
        LocalDate deadline,
        List<UUID> evidence) {

    /** What happened. */
    @Schema(name = "FindingEventKind")
    public enum Kind {
        RAISED,
        /** what was recorded was mended */
        CORRECTED,
        /** recorded by mistake */
        VOIDED,
        NOTIFIED,
        TAKEN_OUT,
        SERVED,
        REPLIED,
        ACCEPTED,
        RETURNED,
        EXTENDED,
        CLOSED,
        REOPENED
    }

    /** How a reply was checked. */
    public enum CheckMode {
        /** 现场核查 */
        ON_SITE,
        /** 书面核查 */
        ON_PAPER
    }
}
