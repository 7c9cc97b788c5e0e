package org.dudao.publication.internal.gate.web;

import static org.dudao.kernel.security.Roles.DIRECTOR;
import static org.dudao.kernel.security.Roles.OFFICER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.gate.BoardPapers;
import org.dudao.publication.internal.gate.BoardPapers.Size;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Boards (标牌) for school gates, to be printed. */
@Path("/api/v1/publication/boards")
@Tag(name = "publication")
public class BoardResource {
    /** Address of a public page. */
    @Schema(name = "PublicAddress")
    public record AddressResponse(String address) {}

    @Inject
    BoardPapers papers;

    @Inject
    CurrentUser user;

    @POST
    @Path("/schools/{id}")
    @Produces("application/pdf")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "printSchoolBoard",
            summary = "Make the board of a school, as PDF; its public page has the same address each time")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response school(@PathParam("id") UUID id, @QueryParam("size") @DefaultValue("A4") Size size) {
        return Pdfs.inline("责任督学标牌.pdf", papers.ofSchool(id, size, user.account()));
    }

    @GET
    @Path("/schools/{id}/address")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "getSchoolPageAddress",
            summary = "Where the QR code of a school's board leads, once the board was made")
    public AddressResponse address(@PathParam("id") UUID id) {
        return new AddressResponse(papers.address(id, user.account()));
    }

    @POST
    @Path("/zones/{id}")
    @Produces("application/pdf")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "printZoneBoards", summary = "Make the boards of a zone's schools, as one PDF")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/pdf",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response zone(@PathParam("id") UUID id, @QueryParam("size") @DefaultValue("A4") Size size) {
        return Pdfs.inline("责任督学标牌.pdf", papers.ofZone(id, size, user.account()));
    }
}
