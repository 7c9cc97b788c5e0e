package org.dudao.rectification.internal;

import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.Severity;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of findings is narrowed to; everything may be left out. */
public class FindingFilter extends PageRequest {
    @QueryParam("q")
    @Parameter(description = "Text in the unit, the rule or the description")
    public String q;

    @QueryParam("region")
    @Parameter(description = "Region whose findings are wanted, with all below it")
    public String region;

    @QueryParam("school")
    public UUID school;

    @QueryParam("notice")
    public UUID notice;

    @QueryParam("state")
    public Finding.State state;

    @QueryParam("severity")
    public Severity severity;

    @QueryParam("origin")
    @Parameter(description = "Module it comes from")
    public String origin;

    @QueryParam("overdue")
    @Parameter(description = "true: past the deadline while it is the unit's turn")
    public Boolean overdue;

    Where narrow(Where where, LocalDate today) {
        where.contains(q, "f.unit_name", "f.rule", "f.description")
                .andIf("f.region_code like :region || '%'", "region", region)
                .andIf("f.school_id = :school", "school", school)
                .andIf("f.notice_id = :notice", "notice", notice)
                .andIf("f.state = :state", "state", state == null ? null : state.name())
                .andIf("f.severity = :severity", "severity", severity == null ? null : severity.name())
                .andIf("f.origin = :origin", "origin", origin);
        if (overdue != null) {
            where.and(
                    overdue
                            ? "(f.deadline < :today and f.state = 'RECTIFYING')"
                            : "(f.deadline is null or f.deadline >= :today or f.state <> 'RECTIFYING')",
                    "today",
                    today);
        }
        return where;
    }
}
