package org.dudao.evidence.internal.web;

import static org.dudao.kernel.security.Roles.*;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.INTEGER;
import static org.eclipse.microprofile.openapi.annotations.enums.SchemaType.STRING;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.internal.upload.Uploads;
import org.dudao.kernel.security.CurrentUser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload), for any client that speaks it: the core protocol with
 * creation, expiration, checksum and termination.
 */
@Path(Uploads.PATH)
@RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP})
@Tag(name = "evidence")
public class UploadResource {
    static final String BYTES = "application/offset+octet-stream";
    private static final String TUS = "Tus-Resumable";
    private static final String LENGTH = "Upload-Length";
    private static final String OFFSET = "Upload-Offset";
    private static final String METADATA = "Upload-Metadata";
    private static final String VERSION = "Version of the protocol: 1.0.0";
    private static final String KEYS =
            "Pairs of a key and a Base64 value (UTF-8), separated by commas. filename (or name; required);"
                    + " id: a UUID the client makes, the file's id and its idempotency key (without it the server makes one);"
                    + " factOn: the day of the fact, 2026-11-22; uploadedAt: when the person sent it, 2026-11-22T08:00:00Z; note: a remark."
                    + " Other keys are passed over.";

    @Inject
    Uploads uploads;

    @Inject
    CurrentUser user;

    @POST
    @Operation(
            operationId = "beginUpload",
            summary =
                    "Announce a file by the headers Upload-Length and Upload-Metadata; its bytes follow under Location")
    @Parameter(
            name = TUS,
            in = ParameterIn.HEADER,
            required = true,
            description = VERSION,
            schema = @Schema(type = STRING))
    @Parameter(
            name = LENGTH,
            in = ParameterIn.HEADER,
            required = true,
            description = "Size of the file in bytes",
            schema = @Schema(type = INTEGER))
    @Parameter(
            name = METADATA,
            in = ParameterIn.HEADER,
            required = true,
            description = KEYS,
            schema = @Schema(type = STRING))
    @APIResponse(
            responseCode = "201",
            description = "Announced",
            headers = {
                @Header(name = "Location", description = "Where its bytes go", schema = @Schema(type = STRING)),
                @Header(
                        name = Uploads.FILE_ID,
                        description = "The id the file will have",
                        schema = @Schema(type = STRING)),
                @Header(
                        name = "Upload-Expires",
                        description = "When it is given up if nothing more comes",
                        schema = @Schema(type = STRING))
            })
    public Response begin(@Context HttpHeaders headers, @Context HttpServerRequest request) throws IOException {
        return answer(uploads.begin(plain(headers), remote(request), user.account()));
    }

    @HEAD
    @Path("/{id}")
    @Operation(operationId = "getUploadOffset", summary = "How many bytes of an upload have arrived (Upload-Offset)")
    @Parameter(
            name = TUS,
            in = ParameterIn.HEADER,
            required = true,
            description = VERSION,
            schema = @Schema(type = STRING))
    @APIResponse(
            responseCode = "204",
            description = "Under way, or received",
            headers = {
                @Header(name = OFFSET, description = "Bytes that have arrived", schema = @Schema(type = INTEGER)),
                @Header(name = LENGTH, description = "Size of the file in bytes", schema = @Schema(type = INTEGER))
            })
    public Response offset(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context HttpServerRequest request)
            throws IOException {
        return answer(uploads.offset("" + id, plain(headers), remote(request), user.account()));
    }

    @PATCH
    @Path("/{id}")
    @Consumes(BYTES)
    @Operation(operationId = "appendToUpload", summary = "More bytes, from Upload-Offset on")
    @Parameter(
            name = TUS,
            in = ParameterIn.HEADER,
            required = true,
            description = VERSION,
            schema = @Schema(type = STRING))
    @Parameter(
            name = OFFSET,
            in = ParameterIn.HEADER,
            required = true,
            description = "Where these bytes begin; what getUploadOffset says",
            schema = @Schema(type = INTEGER))
    @Parameter(
            name = "Upload-Checksum",
            in = ParameterIn.HEADER,
            required = false,
            description = "Name of the algorithm and Base64 sum of these bytes, e.g. sha1 …",
            schema = @Schema(type = STRING))
    @APIResponse(
            responseCode = "204",
            description = "Arrived",
            headers = {@Header(name = OFFSET, description = "Bytes that have arrived", schema = @Schema(type = INTEGER))
            })
    public Response append(
            @PathParam("id") UUID id,
            InputStream body,
            @Context HttpHeaders headers,
            @Context HttpServerRequest request)
            throws IOException {
        return answer(uploads.append("" + id, plain(headers), remote(request), body, user.account()));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "endUpload", summary = "Give an unfinished upload up")
    @Parameter(
            name = TUS,
            in = ParameterIn.HEADER,
            required = true,
            description = VERSION,
            schema = @Schema(type = STRING))
    @APIResponse(responseCode = "204", description = "Given up")
    public Response end(@PathParam("id") UUID id, @Context HttpHeaders headers, @Context HttpServerRequest request)
            throws IOException {
        return answer(uploads.end("" + id, plain(headers), remote(request), user.account()));
    }

    private static Response answer(Uploads.Answer answer) {
        Response.ResponseBuilder builder = Response.status(answer.status());
        answer.headers().forEach((name, value) -> {
            if (!name.equalsIgnoreCase(HttpHeaders.CONTENT_LENGTH)) {
                builder.header(name, value);
            }
        });
        return builder.build();
    }

    private static Map<String, String> plain(HttpHeaders headers) {
        Map<String, String> plain = new HashMap<>();
        headers.getRequestHeaders().forEach((name, values) -> plain.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return plain;
    }

    private static String remote(HttpServerRequest request) {
        return request.remoteAddress().hostAddress();
    }
}
