package org.dudao.kernel.web;

import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The browser's way in and out; only a path of this application is ever redirected to. */
@Path("/session")
public class SessionResource {
    private static final String AFTER_LOGOUT = "dudao_after_logout";
    private static final String HOME = "/";

    /** Asking for it without a session leads to the provider's login page and back. */
    @GET
    @Path("/login")
    @Authenticated
    @Operation(hidden = true)
    public Response login(@QueryParam("return") String target) {
        return Response.seeOther(own(target)).build();
    }

    /** Where the provider leads to after a logout: back to the client it began in, which says so in a cookie. */
    @GET
    @Path("/ended")
    @PermitAll
    @Operation(hidden = true)
    public Response ended(@CookieParam(AFTER_LOGOUT) String then) {
        String target = then == null ? null : URLDecoder.decode(then, StandardCharsets.UTF_8);
        return Response.seeOther(own(target))
                .cookie(new NewCookie.Builder(AFTER_LOGOUT)
                        .path("/session")
                        .maxAge(0)
                        .build())
                .build();
    }

    private static URI own(String target) {
        boolean own = target != null && target.matches("/[A-Za-z0-9/_?=&%.,:~+-]*") && !target.startsWith("//");
        return URI.create(own ? target : HOME);
    }
}
