package org.dudao.registry.internal.web;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.registry.internal.MeQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who the caller is, what they may see and what they may do. */
@Path("/api/v1/me")
@Authenticated
@Tag(name = "session")
public class MeResource {
    @Inject
    CurrentUser user;

    @Inject
    MeQuery query;

    @GET
    @Operation(operationId = "getMe", summary = "The caller's account, scope and permissions")
    public MeQuery.Me me() {
        return query.describe(user.account());
    }
}
