package org.dudao.zone.internal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A year's key points of work (工作要点).
 *
 * @param preface what stands before the points; null for nothing
 * @param inForceFrom first day they are in force; null for a draft
 * @param approvalId of this approval, for the document issued of it; null for a draft
 * @param approvedBy who approved them; null for a draft
 */
@Schema(name = "KeyPoints")
public record KeyPoints(
        UUID id,
        String regionCode,
        int year,
        String title,
        String preface,
        List<String> points,
        State state,
        LocalDate inForceFrom,
        String approvedBy,
        Instant approvedAt,
        UUID approvalId,
        long version) {
    /** Where they stand. */
    @Schema(name = "KeyPointsState")
    public enum State {
        DRAFT,
        APPROVED
    }
}
