package org.dudao.kernel.web;

import jakarta.ws.rs.core.UriInfo;
import org.dudao.kernel.error.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The server takes a bare semicolon in a query for the end of a parameter, as some did in 1999: {@code sort=;drop}
 * would be an empty {@code sort} and a parameter nobody reads. It is refused instead of half read.
 */
public class SemicolonGuard {
    @ServerRequestFilter
    public void guard(UriInfo uri) {
        String query = uri.getRequestUri().getRawQuery();
        if (query == null || query.indexOf(';') < 0) {
            return;
        }
        for (String pair : query.split("&")) {
            if (pair.indexOf(';') >= 0) {
                throw Problem.badRequest("kernel.parameter.semicolon", pair.replaceFirst("[=;].*$", ""));
            }
        }
    }
}
