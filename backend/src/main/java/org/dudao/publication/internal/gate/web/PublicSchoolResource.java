package org.dudao.publication.internal.gate.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import org.dudao.kernel.error.Problem;
import org.dudao.publication.internal.gate.BoardPapers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A school's public page, by the code on the board at its gate. */
@Path("/api/v1/public/schools/{code}")
@Tag(name = "public")
@PermitAll
@SecurityRequirements
public class PublicSchoolResource {
    @Inject
    BoardPapers papers;

    @GET
    @Operation(
            operationId = "getPublicSchool",
            summary = "Who answers for the school today, and what was published of it")
    public BoardPapers.School page(@PathParam("code") String code) {
        return papers.page(code).orElseThrow(() -> Problem.notFound("publication.code.unknown"));
    }

    @GET
    @Path("/photo")
    @Produces("image/jpeg")
    @Operation(operationId = "getPublicSchoolPhoto", summary = "The portrait of who answers for the school today")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public byte[] photo(@PathParam("code") String code) {
        return papers.photo(code).orElseThrow(() -> Problem.notFound("publication.code.unknown"));
    }
}
