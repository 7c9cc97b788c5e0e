package org.dudao.zone.internal.report.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.zone.internal.report.FeedbackFilter;
import org.dudao.zone.internal.report.SchoolViewSheet;
import org.dudao.zone.internal.report.SchoolViews;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Schools' views of inspectors (学校评价), for the office; an inspector sees aggregates only. */
@Path("/api/v1/zone/school-views")
@Tag(name = "visit records")
public class SchoolViewResource {
    @Inject
    SchoolViews views;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "listSchoolViews", summary = "What schools think of the inspectors who came, one by one")
    public Page<SchoolViews.View> list(@BeanParam @Valid FeedbackFilter filter) {
        return views.list(filter, user.account());
    }

    @GET
    @Path("/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "exportSchoolViews", summary = "The filtered views as xlsx")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid FeedbackFilter filter, @Context HttpHeaders headers) {
        var locale = Messages.language(headers.getAcceptableLanguages());
        var by = user.account();
        return Downloads.attachment(
                Messages.text(locale, "zone.views.name") + ".xlsx",
                Downloads.XLSX,
                out -> SchoolViewSheet.write(out, locale, rows -> views.forEach(filter, by, rows)));
    }
}
