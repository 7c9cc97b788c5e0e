package org.dudao.zone.internal.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw of visits that was adopted.
 *
 * @param visits how many visits were planned by it
 * @param missing how many were asked for and found no day
 * @param withdrawnFor why what was not yet made of it was dropped; null while it stands
 */
@Schema(name = "VisitPlan")
public record VisitPlan(
        UUID id,
        String regionCode,
        int year,
        Semester.Half half,
        Kind kind,
        long seed,
        boolean announced,
        int visits,
        int missing,
        String adoptedName,
        Instant adoptedAt,
        String withdrawnFor,
        long version) {
    /** What a plan is for. */
    @Schema(name = "VisitPlanKind")
    public enum Kind {
        /** 学期督导计划 */
        REGULAR,
        /** 开学工作检查 */
        OPENING
    }

    /**
     * What is to be planned.
     *
     * @param inspectorId only this inspector's schools; null for everybody's
     * @param seed the draw's seed; null lets one be drawn
     * @param announced whether schools are told the days beforehand
     */
    public record Wish(int year, Semester.Half half, Kind kind, UUID inspectorId, Long seed, boolean announced) {}

    /**
     * A plan before anybody adopts it. Nothing is changed by it.
     *
     * @param checksum of everything it was drawn from; adopting asks for it, so that what is adopted is what was seen
     * @param respected visits that were there already and count
     * @param nobody open schools nobody answers for on the first day drawn for, by name
     * @param yearsWithoutCalendar years of the term whose holidays have not been entered: only weekends and fixed holidays are avoided
     * @param systemName the checklist the visits are planned with; null leaves it to whoever goes
     */
    @Schema(name = "VisitPlanPreview")
    public record Preview(
            long seed,
            String checksum,
            Semester semester,
            Kind kind,
            List<Draw.Period> periods,
            Draw.Limits limits,
            int respected,
            List<String> nobody,
            List<Integer> yearsWithoutCalendar,
            String systemName,
            List<Draw.Drawn> visits,
            List<Draw.Missing> missing) {}

    /**
     * The draw of an adopted plan made again from what was kept.
     *
     * @param same whether it came out the same
     */
    @Schema(name = "VisitPlanRepeat")
    public record Repeat(
            boolean same,
            Draw.Limits limits,
            List<LocalDate> days,
            List<Draw.Drawn> visits,
            List<Draw.Missing> missing) {}
}
