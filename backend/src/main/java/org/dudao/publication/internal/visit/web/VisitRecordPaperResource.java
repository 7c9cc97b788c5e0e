package org.dudao.publication.internal.visit.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.gate.web.Pdfs;
import org.dudao.publication.internal.visit.VisitRecordPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The record of a visit as PDF. */
@Path("/api/v1/publication/visit-records")
@Tag(name = "publication")
public class VisitRecordPaperResource {
    @Inject
    VisitRecordPaper paper;

    @Inject
    CurrentUser user;

    @GET
    @Path("/{id}")
    @Produces("application/pdf")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE})
    @Operation(operationId = "printVisitRecord", summary = "The record of a visit as it was published, as PDF")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(@PathParam("id") UUID id) {
        return Pdfs.inline("督导工作记录.pdf", paper.print(id, user.account()));
    }
}
