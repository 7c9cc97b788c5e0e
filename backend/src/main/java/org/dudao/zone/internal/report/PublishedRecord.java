package org.dudao.zone.internal.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.FindingOutcome;
import org.dudao.zone.VisitRecordFacts;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A record as it was published to the school.
 *
 * @param outcomes what has become of its findings by now
 * @param replyDue last day for the school's answer
 * @param reply the school's answer in words; null until it is given
 * @param replyLate whether the answer is due since before today and not there
 * @param feedbackGiven whether the school has said what it thinks of the inspector; only told to the school and the office
 */
@Schema(name = "VisitPublishedRecord")
public record PublishedRecord(
        UUID visitId,
        VisitRecordFacts content,
        List<FindingOutcome> outcomes,
        String publishedName,
        Instant publishedAt,
        LocalDate replyDue,
        String reply,
        String repliedName,
        Instant repliedAt,
        boolean replyLate,
        Boolean feedbackGiven,
        long version) {

    /**
     * A visit of a school's list.
     *
     * @param published whether its record was published to the school
     * @param findings how many were found and not struck out; null without a record
     * @param open how many of these are not closed
     */
    @Schema(name = "SchoolVisitRow")
    public record Row(
            UUID visitId,
            String kind,
            LocalDate plannedOn,
            LocalDate madeOn,
            String inspectorName,
            boolean published,
            LocalDate replyDue,
            Instant repliedAt,
            Integer findings,
            Integer open) {}
}
