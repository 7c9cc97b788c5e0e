package org.dudao.zone.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The day a list of responsible inspectors is for, and what it is narrowed to. */
public class ResponsibleFilter extends PageRequest {
    @QueryParam("day")
    @Parameter(description = "The day asked about; today when left out")
    public LocalDate day;

    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the name of the school or the inspector")
    public String q;

    @QueryParam("zoneId")
    public UUID zoneId;

    @QueryParam("inspectorId")
    public UUID inspectorId;

    @QueryParam("unassigned")
    @Parameter(description = "true: only schools nobody answers for")
    public boolean unassigned;

    Where narrow(Where where) {
        where.contains(q, "s.name", "i.name")
                .andIf("s.zone_id = :zone", "zone", zoneId)
                .andIf("a.inspector_id = :inspector", "inspector", inspectorId);
        return unassigned ? where.and("a.id is null") : where;
    }
}
