package org.dudao.registry.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.registry.internal.SchoolHeads;
import org.dudao.registry.internal.SchoolHeads.Head;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who headed a school when. */
@Path("/api/v1/schools/{id}/heads")
@Tag(name = "schools")
public class SchoolHeadResource {
    /** The name of a head. */
    public record HeadRequest(@NotBlank @Size(max = 40) String name) {}

    @Inject
    SchoolHeads heads;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE})
    @Operation(operationId = "listSchoolHeads", summary = "Who headed a school when, newest first")
    public List<Head> list(@PathParam("id") UUID id) {
        return heads.of(user.scope(), id);
    }

    @PUT
    @Path("/{since}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "enterSchoolHead", summary = "Enter who took over on a day, or correct the name")
    public List<Head> enter(
            @PathParam("id") UUID id, @PathParam("since") LocalDate since, @Valid @NotNull HeadRequest request) {
        return heads.enter(user.scope(), id, since, request.name());
    }

    @DELETE
    @Path("/{since}")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(operationId = "removeSchoolHead", summary = "Take an entry made by mistake back")
    public List<Head> remove(@PathParam("id") UUID id, @PathParam("since") LocalDate since) {
        return heads.remove(user.scope(), id, since);
    }
}
