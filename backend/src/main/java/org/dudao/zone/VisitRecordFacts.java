package org.dudao.zone;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.rectification.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a school reads of a visit (督导工作记录). Kept as it was published; nothing in it changes later.
 *
 * @param kind 督导方式 as its code
 * @param inspectors who went, by name
 * @param startedAt when the visit began, by the phones
 * @param startedAt by the office's clock; null, as {@code finishedAt}, when the phone's day was not believed
 * @param answers what was looked at and what was seen, one for each item
 * @param findings what is to be rectified
 * @param feedback 口头反馈 as the inspectors wrote it down, one each
 * @param asked how many items the checklist has; 0 in records published before this was kept
 * @param signedBy who received the inspectors and signed
 * @param signatures what they drew, where they drew something
 * @param summary words of whoever published it; null for none
 */
@Schema(name = "VisitRecordContent")
public record VisitRecordFacts(
        UUID visitId,
        UUID schoolId,
        String schoolName,
        String regionCode,
        String kind,
        LocalDate madeOn,
        List<String> inspectors,
        Instant startedAt,
        Instant finishedAt,
        List<Line> answers,
        int asked,
        List<Found> findings,
        List<String> feedback,
        List<String> signedBy,
        List<Drawn> signatures,
        String summary) {
    public VisitRecordFacts {
        signatures = signatures == null ? List.of() : List.copyOf(signatures);
    }

    /**
     * An item and what was seen.
     *
     * @param item its number in the checklist
     * @param matterZh what it belongs to; null in records published before this was kept
     * @param answerZh in words
     */
    @Schema(name = "VisitRecordLine")
    public record Line(
            String item,
            String matterZh,
            String matterEn,
            String nameZh,
            String nameEn,
            String answerZh,
            String answerEn,
            String note) {}

    /**
     * A signature.
     *
     * @param mark an SVG path of move and line commands, in pixels of the screen it was drawn on
     */
    @Schema(name = "VisitRecordSignature")
    public record Drawn(String name, String mark) {}

    /** Something to be rectified; what became of it is asked of the ledger. */
    @Schema(name = "VisitRecordFinding")
    public record Found(UUID id, String rule, String description, Severity severity) {}
}
