package org.dudao.kernel.audit;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import org.dudao.kernel.page.PageRequest;

/** What the trail can be narrowed by. Newest first. */
public class AuditFilter extends PageRequest {
    /** Part of the person's name or login, of the subject's id, of an address, or of what changed. */
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    public String q;

    @QueryParam("action")
    @Size(max = 80)
    public String action;

    @QueryParam("subjectType")
    @Size(max = 80)
    public String subjectType;

    @QueryParam("subjectId")
    @Size(max = 200)
    public String subjectId;

    /** First day, China's calendar. */
    @QueryParam("from")
    public LocalDate from;

    /** Last day. */
    @QueryParam("until")
    public LocalDate until;
}
