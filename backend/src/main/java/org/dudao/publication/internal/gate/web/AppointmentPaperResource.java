package org.dudao.publication.internal.gate.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;
import static org.dudao.kernel.security.Roles.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.gate.AppointmentPapers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Letter of appointment (聘书) and card (督学证) of a term of office. */
@Path("/api/v1/publication/appointments/{id}")
@Tag(name = "publication")
public class AppointmentPaperResource {
    /**
     * The document that was issued.
     *
     * @param checkAddress what its QR code says
     */
    public record IssuedResponse(UUID documentId, String checkAddress) {}

    @Inject
    AppointmentPapers papers;

    @Inject
    CurrentUser user;

    @POST
    @Path("/letter")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "issueAppointmentLetter",
            summary = "Issue the letter of a term: numbered and registered once, its files follow")
    public IssuedResponse letter(@PathParam("id") UUID id) {
        UUID document = papers.issueLetter(id, user.account());
        return new IssuedResponse(document, papers.checkAddress(id, user.account()));
    }

    @GET
    @Path("/card")
    @Produces("application/pdf")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "getAppointmentCard", summary = "The card of a term as PDF, both sides at real size on A4")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response card(@PathParam("id") UUID id) {
        return Pdfs.inline("督学证.pdf", papers.card(id, user.account()));
    }
}
