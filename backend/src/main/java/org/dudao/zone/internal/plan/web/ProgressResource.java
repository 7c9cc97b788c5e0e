package org.dudao.zone.internal.plan.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.zone.internal.plan.Progress;
import org.dudao.zone.internal.plan.ProgressService;
import org.dudao.zone.internal.plan.ProgressSheet;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Visits made against those planned. */
@Path("/api/v1/zone/visit-progress")
@Tag(name = "visit plans")
public class ProgressResource {
    @Inject
    ProgressService service;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(
            operationId = "getVisitProgress",
            summary = "Visits planned, made, moved, dropped and overdue by inspector, zone or month")
    public Progress progress(
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until,
            @QueryParam("by") @NotNull Progress.By by,
            @QueryParam("inspector") UUID inspector) {
        return service.progress(from, until, by, inspector, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportVisitProgress", summary = "The same as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(
            @QueryParam("from") @NotNull LocalDate from,
            @QueryParam("until") @NotNull LocalDate until,
            @QueryParam("by") @NotNull Progress.By by,
            @QueryParam("inspector") UUID inspector,
            @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        Progress progress = service.progress(from, until, by, inspector, user.account());
        return Downloads.attachment(
                Messages.text(locale, "zone.progress.name") + ".xlsx",
                Downloads.XLSX,
                out -> ProgressSheet.write(out, locale, progress));
    }
}
