package org.dudao.zone.internal.draw;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of draws is narrowed to; everything may be left out. */
public class DrawFilter extends PageRequest {
    /** Whether a draw counts. */
    @Schema(name = "DrawStanding")
    public enum Standing {
        VALID,
        VOID
    }

    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the title")
    public String q;

    @QueryParam("standing")
    public Standing standing;

    Where narrow(Where where) {
        where.contains(q, "d.title");
        if (standing != null) {
            where.and(standing == Standing.VOID ? "d.voided_for is not null" : "d.voided_for is null");
        }
        return where;
    }
}
