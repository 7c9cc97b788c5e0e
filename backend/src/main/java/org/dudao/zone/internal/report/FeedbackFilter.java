package org.dudao.zone.internal.report;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What schools' views are narrowed to; everything may be left out. */
public class FeedbackFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the school's name, the inspector's or the words")
    public String q;

    @QueryParam("inspector")
    public UUID inspector;

    @QueryParam("school")
    public UUID school;

    @QueryParam("from")
    @Parameter(description = "First day of the visit")
    public LocalDate from;

    @QueryParam("until")
    @Parameter(description = "Last day of the visit")
    public LocalDate until;

    @QueryParam("low")
    @Parameter(description = "true: some mark is 3 or less")
    public boolean low;

    @QueryParam("words")
    @Parameter(description = "true: with words")
    public boolean words;

    Where narrow(Where where) {
        where.contains(q, "s.name", "i.name", "f.words")
                .andIf("f.inspector_id = :inspector", "inspector", inspector)
                .andIf("v.school_id = :school", "school", school)
                .andIf("v.made_on >= :from", "from", from)
                .andIf("v.made_on <= :until", "until", until);
        if (low) {
            where.and("least(f.fair, f.useful, f.clean) <= 3");
        }
        if (words) {
            where.and("f.words <> ''");
        }
        return where;
    }
}
