package org.dudao.kernel.audit;

import static org.dudao.kernel.security.Roles.DIRECTOR;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The audit trail of the director's region, to search and to check. */
@Path("/api/v1/audit")
@RolesAllowed(DIRECTOR)
@Tag(name = "audit")
public class AuditResource {
    /** A code that can be filtered by, in the reader's language. */
    @Schema(name = "AuditName")
    public record Name(String code, String name) {}

    /** What the trail can hold. */
    @Schema(name = "AuditVocabulary")
    public record Vocabulary(List<Name> actions, List<Name> subjects) {}

    @Inject
    AuditQuery query;

    @Inject
    AuditChain chain;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "searchAudit", summary = "Who did what, when, from where; newest first")
    public Page<AuditEntry> search(@BeanParam @Valid AuditFilter filter, @Context HttpHeaders headers) {
        return query.page(user.scope(), filter, Messages.language(headers.getAcceptableLanguages()));
    }

    @GET
    @Path("/vocabulary")
    @Operation(operationId = "getAuditVocabulary", summary = "The actions and kinds of things, by name")
    public Vocabulary vocabulary(@Context HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        return new Vocabulary(names("audit.action.", locale), names("audit.subject.", locale));
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @Operation(operationId = "exportAudit", summary = "The filtered trail as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid AuditFilter filter, @Context HttpHeaders headers) {
        Scope scope = user.scope();
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        return Downloads.attachment(
                Messages.text(locale, "audit.title") + ".xlsx",
                Downloads.XLSX,
                out -> query.export(out, locale, scope, filter));
    }

    @POST
    @Path("/check")
    @Transactional
    @Operation(
            operationId = "checkAudit",
            summary = "Compute every hash of the chain anew and say where it does not hold")
    public ChainReport check() {
        ChainReport report = chain.check();
        audit.record(
                "audit.checked",
                "audit",
                "chain",
                user.scope().regionPrefix(),
                Map.of("records", report.records(), "faults", report.faultCount()));
        return report;
    }

    private static List<Name> names(String prefix, Locale locale) {
        return Messages.codes(prefix).stream()
                .map(code -> new Name(code.substring(prefix.length()), Messages.text(locale, code)))
                .toList();
    }
}
