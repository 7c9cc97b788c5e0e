package org.dudao.evidence.internal;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.evidence.FileKind;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What a list of files is narrowed to; everything may be left out. */
public class FileFilter extends PageRequest {
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    @Parameter(description = "Text in the name, the note or the sender's name")
    public String q;

    @QueryParam("kind")
    public FileKind kind;

    @QueryParam("school")
    @Parameter(description = "School whose account sent it")
    public UUID school;

    @QueryParam("mine")
    @Parameter(description = "true: sent by the caller")
    public Boolean mine;

    @QueryParam("used")
    @Parameter(description = "true: proves something now; false: nothing yet")
    public Boolean used;

    @QueryParam("from")
    @Parameter(description = "First day of what it shows, or of receipt where that is not said")
    public LocalDate from;

    @QueryParam("until")
    @Parameter(description = "Last such day")
    public LocalDate until;

    Where narrow(Where where, Account by) {
        where.contains(q, "f.name", "f.note", "f.uploader_name")
                .andIf("c.kind = :kind", "kind", kind == null ? null : kind.name())
                .andIf("f.school_id = :school", "school", school)
                .andIf(FileStore.DAY + " >= :from", "from", from)
                .andIf(FileStore.DAY + " <= :until", "until", until);
        if (Boolean.TRUE.equals(mine)) {
            where.and("f.uploader = :mine", "mine", by.subject());
        }
        if (used != null) {
            where.and((used ? "" : "not ") + FileStore.IN_USE);
        }
        return where;
    }
}
