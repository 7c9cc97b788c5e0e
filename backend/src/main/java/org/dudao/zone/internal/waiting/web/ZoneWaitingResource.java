package org.dudao.zone.internal.waiting.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.zone.internal.waiting.ZoneWaiting;
import org.dudao.zone.internal.waiting.ZoneWaitingQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What of supervision by zones waits for the caller. */
@Path("/api/v1/zone/waiting")
@Tag(name = "zone")
public class ZoneWaitingResource {
    @Inject
    ZoneWaitingQuery waiting;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR, SCHOOL})
    @Operation(
            operationId = "listZoneWaiting",
            summary = "Visits, records, monthly reports and appraisals that wait for the caller, by due date")
    public List<ZoneWaiting> mine() {
        return waiting.of(user.account());
    }
}
