package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.registry.internal.imports.ImportKind;
import org.dudao.registry.internal.imports.SavedMappings;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Column mappings an office keeps. */
@Path("/api/v1/import-mappings")
@RolesAllowed({DIRECTOR, OFFICER})
@Tag(name = "imports")
public class ImportMappingResource {
    @Inject
    SavedMappings mappings;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listImportMappings", summary = "Kept mappings, by name")
    public List<SavedMappings.Saved> list(@QueryParam("kind") ImportKind kind) {
        return mappings.list(user.scope(), kind);
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteImportMapping", summary = "Forget a kept mapping")
    public void delete(@PathParam("id") UUID id) {
        mappings.delete(user.scope(), id);
    }
}
