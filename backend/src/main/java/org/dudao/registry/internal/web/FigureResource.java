package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.Downloads;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.internal.FactCatalogueService;
import org.dudao.registry.internal.FigureFilter;
import org.dudao.registry.internal.FigureQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Yearly figures of schools and the catalogue of what they are. */
@Path("/api/v1")
@Tag(name = "figures")
public class FigureResource {
    @Inject
    FigureQuery query;

    @Inject
    FactCatalogue catalogue;

    @Inject
    FactCatalogueService catalogueService;

    @Inject
    CurrentUser user;

    @GET
    @Path("/facts/catalogue")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listFacts", summary = "The kinds of yearly figures")
    public List<Fact> catalogue() {
        return catalogue.all();
    }

    @POST
    @Path("/facts/catalogue")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "addFact", summary = "Add a kind of figure")
    @APIResponse(
            responseCode = "201",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Fact.class)))
    public Response add(@Valid @NotNull FactCatalogueService.NewFact fact) {
        return ETags.created("/api/v1/facts/catalogue", catalogueService.add(fact), 0);
    }

    @GET
    @Path("/figures")
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listFigures", summary = "Schools and their figures of a year")
    public Page<FigureQuery.Line> list(@BeanParam @Valid FigureFilter filter) {
        return query.page(scope(filter), filter);
    }

    @GET
    @Path("/figures/export")
    @Produces(Downloads.XLSX)
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "exportFigures", summary = "The filtered table as xlsx, ready to be edited and imported")
    @APIResponse(
            responseCode = "200",
            content =
                    @Content(mediaType = Downloads.XLSX, schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response export(@BeanParam @Valid FigureFilter filter, @Context HttpHeaders headers) {
        Scope scope = scope(filter);
        var locale = Messages.language(headers.getAcceptableLanguages());
        return Downloads.attachment(
                Messages.text(locale, "registry.export.figures") + filter.year + ".xlsx",
                Downloads.XLSX,
                out -> query.export(out, locale, scope, filter));
    }

    private Scope scope(FigureFilter filter) {
        filter.region = user.scope().requireRegion(filter.region);
        return user.scope();
    }
}
