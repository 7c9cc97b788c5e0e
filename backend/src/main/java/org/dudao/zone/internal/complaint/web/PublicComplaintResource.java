package org.dudao.zone.internal.complaint.web;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.zone.internal.complaint.ComplaintIntake;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Complaints (投诉、举报) from anybody, and what became of them for whoever holds the query code. */
@Path("/api/v1/public/complaints")
@Tag(name = "public")
@PermitAll
@SecurityRequirements
public class PublicComplaintResource {
    private static final int LARGEST = 11 << 20;

    /**
     * A complaint.
     *
     * @param key a random UUID (version 4) made by the sender's browser, its idempotency key; keep it secret
     * @param school code of the school's public page
     * @param matter number of the matter it is about
     * @param name left or not, as contact
     */
    public record ComplaintRequest(
            @NotNull UUID key,
            @NotBlank @Size(max = 64) String school,
            @NotNull Integer matter,
            @NotBlank @Size(max = 2000) String text,
            @Size(max = 40) String name,
            @Size(max = 100) String contact) {}

    /** A query code as it was given; dashes and blanks do not matter. */
    public record ComplaintLookupRequest(@NotBlank @Size(max = 64) String code) {}

    /** How many pictures the complaint has now. */
    public record PicturesResponse(int pictures) {}

    @Inject
    ComplaintIntake intake;

    @POST
    @Operation(
            operationId = "sendComplaint",
            summary = "Send a complaint about a school; the query code is told here only")
    @APIResponse(
            responseCode = "201",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ComplaintIntake.Receipt.class)))
    public Response send(@Valid @NotNull ComplaintRequest r) {
        return Response.status(Response.Status.CREATED)
                .entity(intake.receive(new ComplaintIntake.Sent(
                        r.key(),
                        r.school(),
                        r.matter(),
                        r.text().strip(),
                        blankToNull(r.name()),
                        blankToNull(r.contact()))))
                .build();
    }

    @POST
    @Path("/pictures")
    @Consumes("application/octet-stream")
    @Operation(
            operationId = "sendComplaintPicture",
            summary = "Add a picture to a complaint just sent; it is drawn anew, without what the camera wrote")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public PicturesResponse picture(@HeaderParam("Complaint-Key") UUID key, InputStream body) throws IOException {
        if (key == null) {
            throw Problem.notFound("zone.complaint.unknown");
        }
        return new PicturesResponse(intake.picture(key, body.readNBytes(LARGEST)));
    }

    @POST
    @Path("/lookup")
    @Operation(operationId = "lookUpComplaint", summary = "What became of a complaint, by its query code")
    public ComplaintIntake.Progress lookUp(@Valid @NotNull ComplaintLookupRequest r) {
        return intake.progress(r.code()).orElseThrow(() -> Problem.notFound("zone.complaint.unknown"));
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
