package org.dudao.zone.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of inspectors is narrowed to; everything may be left out. */
public class InspectorFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the name, the employer or the post")
    public String q;

    @QueryParam("kind")
    public Inspector.Kind kind;

    @QueryParam("standing")
    public InspectorRow.Standing standing;

    @QueryParam("endsSoon")
    @Parameter(description = "true: in office, and the term ends within the days of warning")
    public boolean endsSoon;

    @QueryParam("trainingShort")
    @Parameter(description = "true: in office, and this year's training is below what is asked for")
    public boolean trainingShort;

    Where narrow(Where where) {
        where.contains(q, "i.name", "i.employer", "i.post")
                .andIf("i.kind = :kind", "kind", kind == null ? null : kind.name())
                .andIf("i.standing = :standing", "standing", standing == null ? null : standing.name());
        if (endsSoon) {
            where.and("i.ends_soon");
        }
        if (trainingShort) {
            where.and("i.standing = 'IN_OFFICE' and i.training_short > 0");
        }
        return where;
    }
}
