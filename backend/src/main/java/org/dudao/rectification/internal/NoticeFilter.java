package org.dudao.rectification.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of notices is narrowed to; everything may be left out. */
public class NoticeFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the title, the number or the unit")
    public String q;

    @QueryParam("state")
    public Notice.State state;

    @QueryParam("region")
    @Parameter(description = "Region whose notices are wanted, with all below it")
    public String region;

    @QueryParam("school")
    public UUID school;

    @QueryParam("year")
    @Min(2000)
    @Max(2200)
    @Parameter(description = "Year of issue, or of drafting while it is not issued")
    public Integer year;

    Where narrow(Where where) {
        return where.contains(q, "n.title", "n.number", "n.unit_name")
                .andIf("n.state = :state", "state", state == null ? null : state.name())
                .andIf("n.region_code like :region || '%'", "region", region)
                .andIf("n.school_id = :school", "school", school)
                .andIf(
                        "extract(year from coalesce(n.issued_on, (n.drafted_at at time zone 'Asia/Shanghai')::date)) = :year",
                        "year",
                        year);
    }
}
