package org.dudao.rectification.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of findings is narrowed to; everything may be left out. */
public class FindingFilter extends PageRequest {
    /** The three parts the ledger counts: found = closed + open + overdue. */
    @Schema(name = "FindingStanding")
    public enum Standing {
        CLOSED("f.state = 'CLOSED'"),
        OPEN("f.state <> 'CLOSED' and not " + LATE),
        OVERDUE(LATE),
        /** open or overdue */
        UNCLOSED("f.state <> 'CLOSED'");

        private final String condition;

        Standing(String condition) {
            this.condition = condition;
        }
    }

    private static final String LATE = "coalesce(f.deadline < :today and f.state = 'RECTIFYING', false)";

    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the unit, the rule or the description")
    public String q;

    @QueryParam("region")
    @Parameter(description = "Region whose findings are wanted, with all below it")
    public String region;

    @QueryParam("school")
    public UUID school;

    @QueryParam("zone")
    @Parameter(description = "Responsibility zone the school lies in")
    public UUID zone;

    @QueryParam("noZone")
    @Parameter(description = "true: only of schools in no zone, and of townships")
    public boolean noZone;

    @QueryParam("unit")
    @Parameter(description = "A school's id, or a region's code for the region's own findings")
    @Size(max = 40)
    public String unit;

    @QueryParam("standing")
    @Parameter(description = "As the ledger counts: closed, open, or overdue")
    public Standing standing;

    @QueryParam("foundFrom")
    public LocalDate foundFrom;

    @QueryParam("foundUntil")
    public LocalDate foundUntil;

    @QueryParam("notice")
    public UUID notice;

    @QueryParam("state")
    public Finding.State state;

    @QueryParam("severity")
    public Severity severity;

    @QueryParam("on")
    @Parameter(description = "A day in the past: the findings known then, and their standing as it was on that day")
    public LocalDate on;

    @QueryParam("origin")
    @Parameter(description = "Module it comes from")
    public String origin;

    @QueryParam("overdue")
    @Parameter(description = "true: past the deadline while it is the unit's turn")
    public Boolean overdue;

    @QueryParam("repeated")
    @Parameter(description = "true: only of a rule the unit had broken before")
    public boolean repeated;

    Where narrow(Where where, LocalDate today) {
        where.contains(q, "f.unit_name", "f.rule", "f.description")
                .andIf("f.region_code like :region || '%'", "region", region)
                .andIf("f.school_id = :school", "school", school)
                .andIf("f.notice_id = :notice", "notice", notice)
                .andIf("f.state = :state", "state", state == null ? null : state.name())
                .andIf("f.severity = :severity", "severity", severity == null ? null : severity.name())
                .andIf("f.origin = :origin", "origin", origin);
        where.andIf("s.zone_id = :zone", "zone", zone)
                .andIf("coalesce(f.school_id::text, f.region_code) = :unit", "unit", unit)
                .andIf("f.found_on >= :foundFrom", "foundFrom", foundFrom)
                .andIf("f.found_on <= :foundUntil", "foundUntil", foundUntil);
        if (noZone) {
            where.and("s.zone_id is null");
        }
        if (overdue != null) {
            where.and(overdue ? LATE : "not " + LATE, "today", today);
        }
        if (on != null) {
            return asOf(where);
        }
        if (state == null) {
            where.and("f.state <> 'VOIDED'");
        }
        if (standing != null) {
            if (standing == Standing.CLOSED || standing == Standing.UNCLOSED) {
                where.and(standing.condition);
            } else {
                where.and("(" + standing.condition + ")", "today", today);
            }
        }
        return where;
    }

    /** As the ledger of that day counts them. */
    private Where asOf(Where where) {
        String late = "coalesce(" + LedgerQuery.DEADLINE_ON + " < :on and not " + LedgerQuery.ANSWERED_ON + ", false)";
        where.and("f.found_on <= :on", "on", on).and(LedgerQuery.NOT_VOIDED);
        if (standing != null) {
            switch (standing) {
                case CLOSED -> where.and(LedgerQuery.CLOSED_ON);
                case UNCLOSED -> where.and("not " + LedgerQuery.CLOSED_ON);
                case OPEN -> where.and("not " + LedgerQuery.CLOSED_ON).and("not " + late);
                case OVERDUE -> where.and("not " + LedgerQuery.CLOSED_ON).and(late);
            }
        }
        return where;
    }
}
