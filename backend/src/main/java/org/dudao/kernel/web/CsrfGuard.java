package org.dudao.kernel.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.List;
import java.util.Set;
import org.dudao.kernel.error.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A change asked for with the session cookie must carry a header no other site can make a browser send without a CORS
 * preflight, which this server never grants. The cookie is SameSite=Lax besides. Bearer calls are not concerned.
 */
public class CsrfGuard {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    @ServerRequestFilter(priority = 100)
    public void guard(ContainerRequestContext request) {
        if (mustRefuse(
                request.getMethod(),
                request.getHeaderString("Authorization") != null,
                request.getCookies().keySet(),
                request.getHeaderString("X-Requested-With"))) {
            throw new Problem(403, "kernel.csrf", List.of());
        }
    }

    static boolean mustRefuse(String method, boolean bearer, Set<String> cookies, String requestedWith) {
        boolean session = cookies.stream().anyMatch(name -> name.startsWith("q_session"));
        return !SAFE.contains(method) && !bearer && session && !"JavaScript".equals(requestedWith);
    }
}
