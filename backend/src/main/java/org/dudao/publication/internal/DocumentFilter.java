package org.dudao.publication.internal;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the register is narrowed to; everything may be left out. */
public class DocumentFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the number, the title, the unit or the recipients")
    public String q;

    @QueryParam("kind")
    @Parameter(description = "Code of a kind of document")
    public String kind;

    @QueryParam("year")
    @Min(2000)
    @Max(2200)
    @Parameter(description = "Year of issue")
    public Integer year;

    @QueryParam("state")
    public Document.State state;

    @QueryParam("numbered")
    @Parameter(description = "true: official documents; false: slips without a number")
    public Boolean numbered;

    @QueryParam("subject")
    @Parameter(description = "Id of a notice or finding whose documents are wanted")
    public UUID subject;

    Where narrow(Where where) {
        where.contains(q, "d.number", "d.title", "d.unit_name", "d.recipients")
                .andIf("d.kind = :kind", "kind", kind)
                .andIf("extract(year from d.issued_on) = :year", "year", year)
                .andIf("d.state = :state", "state", state == null ? null : state.name())
                .andIf("(d.subject_id = :subject or d.finding_id = :subject)", "subject", subject);
        if (numbered != null) {
            where.and(numbered ? "d.number is not null" : "d.number is null");
        }
        return where;
    }
}
