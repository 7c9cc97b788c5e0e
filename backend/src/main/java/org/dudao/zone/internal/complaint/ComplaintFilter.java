package org.dudao.zone.internal.complaint;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of complaints is narrowed to; everything may be left out. */
public class ComplaintFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the complaint or the school's name")
    public String q;

    @QueryParam("state")
    public Complaint.State state;

    @QueryParam("matter")
    public Integer matter;

    @QueryParam("schoolId")
    public UUID schoolId;

    @QueryParam("overdue")
    @Parameter(description = "true: what is to be done next is past its last day")
    public boolean overdue;

    @QueryParam("open")
    @Parameter(description = "true: neither answered nor rejected")
    public boolean open;

    @QueryParam("measure")
    @Parameter(
            description = "Only complaints counted by a measure between from and until, each by the measure's own day")
    public ComplaintMeasure measure;

    @QueryParam("from")
    @Parameter(description = "First day of the measure")
    public LocalDate from;

    @QueryParam("until")
    @Parameter(description = "Last day of the measure")
    public LocalDate until;

    @QueryParam("inspector")
    @Parameter(description = "With a measure: whose school it was on the measure's day")
    public UUID inspector;

    @QueryParam("noInspector")
    @Parameter(description = "With a measure: nobody answered for the school on the measure's day")
    public boolean noInspector;

    @QueryParam("zone")
    @Parameter(description = "Only schools of a zone, as it is today")
    public UUID zone;

    @QueryParam("noZone")
    @Parameter(description = "Only schools of no zone")
    public boolean noZone;

    Where narrow(Where where, LocalDate today) {
        if (measure != null) {
            where.and(measure.condition(), "from", from == null ? LocalDate.of(1900, 1, 1) : from);
            where.bindings().put("until", until == null ? LocalDate.of(2999, 12, 31) : until);
            where.bindings().put("day", today);
            where.andIf(measure.answering() + " = :inspector", "inspector", inspector);
            if (noInspector) {
                where.and(measure.answering() + " is null");
            }
        }
        if (noZone) {
            where.and("s.zone_id is null");
        }
        where.andIf("s.zone_id = :zone", "zone", zone);
        where.contains(q, "c.body", "s.name")
                .andIf("c.state = :state", "state", state == null ? null : state.name())
                .andIf("c.matter = :matter", "matter", matter)
                .andIf("c.school_id = :school", "school", schoolId);
        if (open) {
            where.and("c.closed_on is null");
        }
        if (overdue) {
            where.and(ComplaintStore.DUE + " < :day", "day", today);
        }
        return where;
    }
}
