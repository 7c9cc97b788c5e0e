package org.dudao.zone.internal.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.zone.Matter;
import org.dudao.zone.internal.plan.Progress;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inspector's report of a month (督学月报).
 *
 * @param month as {@code 2026-11}
 * @param figures counted now, or as they were when it was submitted
 * @param text what the inspector wrote; before that what the figures suggest
 * @param state null before anybody has written it
 * @param returnedFor why the office gave it back
 */
@Schema(name = "MonthlyReport")
public record MonthlyReport(
        UUID inspectorId,
        String inspectorName,
        String month,
        Figures figures,
        Text text,
        State state,
        Instant submittedAt,
        String returnedFor,
        String decidedBy,
        Instant decidedAt,
        long version) {

    /** Where a report stands. */
    @Schema(name = "MonthlyReportState")
    public enum State {
        DRAFT,
        SUBMITTED,
        RETURNED,
        ACCEPTED
    }

    /**
     * The words of a report.
     *
     * @param work 主要工作
     * @param problems 发现的主要问题
     * @param advice 意见和建议
     * @param next 下月打算
     */
    @Schema(name = "MonthlyReportText")
    public record Text(String work, String problems, String advice, String next) {}

    /**
     * What is counted of a month.
     *
     * @param kinds visits made by 督导方式
     * @param findings found on these visits, struck out ones left out
     * @param closed of these, as of the day it is counted
     */
    @Schema(name = "MonthlyFigures")
    public record Figures(Progress.Counts visits, Map<String, Integer> kinds, int schools, int findings, int closed) {}

    /**
     * A line of the office's monthly table (督导月报表).
     *
     * @param id of the inspector or zone; null for visits of none
     * @param matters the eight matters in order
     * @param complaints null for who does not read complaints
     * @param report where the inspector's report stands; null for a zone, and when there is none
     */
    @Schema(name = "MonthlyTableRow")
    public record Row(
            UUID id,
            String name,
            Progress.Counts visits,
            int findings,
            int closed,
            List<OnMatter> matters,
            Complaints complaints,
            State report) {}

    /**
     * One of the eight matters (督导事项) in a month.
     *
     * @param visits made on which it was looked at
     * @param findings found on visits under one of its items
     */
    @Schema(name = "MonthlyMatter")
    public record OnMatter(int no, int visits, int findings) {}

    /** Complaints of a month, each by the measure of the same name; see {@code ComplaintMeasure}. */
    @Schema(name = "MonthlyComplaints")
    public record Complaints(int received, int closed, int overdue) {}

    /**
     * The office's table of a month.
     *
     * @param matters their names, in order
     */
    @Schema(name = "MonthlyTable")
    public record Table(String month, Progress.By by, List<Matter> matters, List<Row> rows, Row total) {}
}
