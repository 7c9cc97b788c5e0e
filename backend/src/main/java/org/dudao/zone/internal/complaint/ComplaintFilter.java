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

    Where narrow(Where where, LocalDate today) {
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
