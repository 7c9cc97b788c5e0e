package org.dudao.zone.internal.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Visits made against those planned, between two days.
 *
 * @param rows one for each inspector, zone or month, those without any visit included
 * @param total of all rows
 */
@Schema(name = "VisitProgress")
public record Progress(LocalDate from, LocalDate until, By by, List<Row> rows, Counts total) {
    /** What the rows are. */
    @Schema(name = "VisitProgressBy")
    public enum By {
        INSPECTOR,
        ZONE,
        MONTH
    }

    /**
     * A row.
     *
     * @param id of the inspector or zone; null for a month and for visits of none
     * @param name of the inspector or zone; the month as {@code 2026-11}; null for visits of none
     * @param from first day counted, as is until the last
     */
    @Schema(name = "VisitProgressRow")
    public record Row(UUID id, String name, LocalDate from, LocalDate until, Counts counts) {}

    /**
     * Numbers of visits, each by the measure of the same name; see {@code VisitMeasure}.
     *
     * @param rate those planned, not dropped and made, in hundredths of those planned and not dropped, one
     *     decimal, half up; null without a plan
     */
    @Schema(name = "VisitCounts")
    public record Counts(
            int planned, int done, int made, int unplanned, int moved, int cancelled, int overdue, BigDecimal rate) {
        public static Counts of(int planned, int done, int made, int unplanned, int moved, int cancelled, int overdue) {
            int standing = planned - cancelled;
            return new Counts(
                    planned,
                    done,
                    made,
                    unplanned,
                    moved,
                    cancelled,
                    overdue,
                    standing <= 0
                            ? null
                            : BigDecimal.valueOf(done * 100L)
                                    .divide(BigDecimal.valueOf(standing), 1, RoundingMode.HALF_UP));
        }
    }
}
