package org.dudao.publication.internal.innovation.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.gate.web.Pdfs;
import org.dudao.publication.internal.innovation.InnovationPaper;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The self-check of an innovation county as PDF. */
@Path("/api/v1/publication/innovation-checks")
@Tag(name = "publication")
public class InnovationPaperResource {
    @Inject
    InnovationPaper paper;

    @Inject
    CurrentUser user;

    @GET
    @Path("/{year}")
    @Produces("application/pdf")
    @RolesAllowed({DIRECTOR, OFFICER, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "printInnovationCheck",
            summary = "The self-check of a year as PDF: a draft as it counts now, or as it was adopted")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response print(
            @PathParam("year") @Min(2000) @Max(2100) int year,
            @QueryParam("region") @Pattern(regexp = "\\d{6}") String region,
            @QueryParam("edition") @Min(1) Integer edition) {
        return Pdfs.inline("创新县自查表.pdf", paper.print(year, region, edition, user.account()));
    }
}
