package org.dudao.rectification.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.internal.Escalations.Escalation;
import org.dudao.rectification.internal.FindingEvent;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A finding as a whole.
 *
 * @param events everything that happened, oldest first
 * @param escalations steps of the ladder that fell due
 * @param closeBarred why the reader may not close it: FINDER or RECTIFIER; null when nothing bars them
 * @param handled whether it is the reader's to handle; false for an inspector who found it at a school of another zone
 * @param repeats earlier findings of the same rule at the same unit, newest first
 */
public record FindingDetail(
        FindingResponse finding,
        List<Event> events,
        List<Escalation> escalations,
        List<FindingResponse> repeats,
        CloseBarred closeBarred,
        boolean handled) {

    /** Who may not close a finding (销号): who found it, and who rectified it. */
    public enum CloseBarred {
        FINDER,
        RECTIFIER
    }

    /** One thing that happened; see {@link FindingEvent}. */
    @Schema(name = "FindingEvent")
    public record Event(
            FindingEvent.Kind kind,
            LocalDate onDate,
            Instant at,
            String actorName,
            String text,
            FindingEvent.CheckMode mode,
            LocalDate deadline,
            List<UUID> evidence) {
        static Event from(FindingEvent e) {
            return new Event(
                    e.kind(), e.onDate(), e.at(), e.actorName(), e.text(), e.mode(), e.deadline(), e.evidence());
        }
    }
}
