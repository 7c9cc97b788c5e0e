package org.dudao.kernel.web;

import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The browser's way in: asking for it without a session leads to the provider's login page and back. */
@Path("/session/login")
@Authenticated
public class SessionResource {
    /** Only a path of this application is ever redirected to. */
    @GET
    @Operation(hidden = true)
    public Response login(@QueryParam("return") String target) {
        boolean own = target != null && target.matches("/[A-Za-z0-9/_?=&%.,:~+-]*") && !target.startsWith("//");
        return Response.seeOther(URI.create(own ? target : "/")).build();
    }
}
