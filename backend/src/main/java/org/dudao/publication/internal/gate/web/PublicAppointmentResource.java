package org.dudao.publication.internal.gate.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.dudao.kernel.error.Problem;
import org.dudao.publication.internal.gate.AppointmentPapers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whether a letter or card is valid today, for whoever holds it: no account, no list, only by the printed code. */
@Path("/api/v1/public/appointments/{code}")
@Tag(name = "public")
@PermitAll
@SecurityRequirements
public class PublicAppointmentResource {
    @Inject
    AppointmentPapers papers;

    @GET
    @Operation(operationId = "checkAppointment", summary = "Whether the letter or card with this code is valid today")
    public AppointmentPapers.Check check(@PathParam("code") String code) {
        return papers.check(code).orElseThrow(() -> Problem.notFound("publication.code.unknown"));
    }

    @GET
    @Path("/photo")
    @Produces("image/jpeg")
    @Operation(operationId = "getAppointmentPhoto", summary = "The portrait of whose code it is")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public byte[] photo(@PathParam("code") String code) {
        return papers.photo(code).orElseThrow(() -> Problem.notFound("publication.code.unknown"));
    }
}
