package org.dudao.zone.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of visits is narrowed to; everything may be left out. */
public class VisitFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the school's name")
    public String q;

    @QueryParam("school")
    public UUID school;

    @QueryParam("state")
    public Visit.State state;

    @QueryParam("kind")
    public VisitRecord.Kind kind;

    @QueryParam("from")
    @Parameter(description = "First day, made or planned")
    public LocalDate from;

    @QueryParam("until")
    @Parameter(description = "Last day, made or planned")
    public LocalDate until;

    @QueryParam("mine")
    @Parameter(
            description =
                    "Only visits of the caller as an inspector: named for them, with them along, or to a school they"
                            + " answer for on the day")
    public boolean mine;

    @QueryParam("inspector")
    @Parameter(description = "Visits of one inspector, in the same sense")
    public UUID inspector;

    @QueryParam("measure")
    @Parameter(
            description =
                    "Only visits counted by a measure of progress between from and until, each by the measure's own"
                            + " day; inspector then means who goes, not who goes along")
    public VisitMeasure measure;

    @QueryParam("matter")
    @Min(1)
    @Max(8)
    @Parameter(description = "Only visits on which one of the eight matters was looked at")
    public Integer matter;

    @QueryParam("unassigned")
    @Parameter(description = "Only visits nobody is to make")
    public boolean unassigned;

    @QueryParam("zone")
    @Parameter(description = "Only schools of a zone, as it is today")
    public UUID zone;

    @QueryParam("noZone")
    @Parameter(description = "Only schools of no zone")
    public boolean noZone;

    @QueryParam("plan")
    @Parameter(description = "Only visits planned by a plan")
    public UUID plan;

    @QueryParam("doubtful")
    @Parameter(description = "Only visits with a record whose times are doubtful, or whose clock was off")
    public boolean doubtful;

    Where narrow(Where where, Account by, LocalDate today) {
        if (mine) {
            where.and(VisitStore.of("(select id from zone.inspector where account = :me)"), "me", by.subject());
        }
        if (unassigned) {
            where.and(VisitStore.GOES + " is null");
        }
        if (doubtful) {
            where.and(VisitStore.DOUBTFUL);
        }
        if (noZone) {
            where.and("s.zone_id is null");
        }
        where.andIf(VisitMatters.LOOKED_AT, "matter", matter);
        where.contains(q, "s.name")
                .andIf("v.school_id = :school", "school", school)
                .andIf("v.plan_id = :plan", "plan", plan)
                .andIf("s.zone_id = :zone", "zone", zone)
                .andIf(
                        measure == null ? VisitStore.of(":inspector") : VisitStore.GOES + " = :inspector",
                        "inspector",
                        inspector)
                .andIf("v.kind = :kind", "kind", kind == null ? null : kind.name());
        if (measure != null) {
            where.and(measure.condition(), "from", from == null ? LocalDate.of(1900, 1, 1) : from);
            where.bindings().put("until", until == null ? LocalDate.of(2999, 12, 31) : until);
            where.bindings().put("today", today);
        } else {
            where.andIf("coalesce(v.made_on, v.planned_on) >= :from", "from", from)
                    .andIf("coalesce(v.made_on, v.planned_on) <= :until", "until", until);
        }
        if (state != null) {
            where.and(
                    switch (state) {
                        case MADE -> "v.made_on is not null";
                        case CANCELLED -> "v.made_on is null and v.cancelled_for is not null";
                        case PLANNED -> "v.made_on is null and v.cancelled_for is null";
                    });
        }
        return where;
    }
}
