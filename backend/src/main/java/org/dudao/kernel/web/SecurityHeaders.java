package org.dudao.kernel.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** Headers every answer carries, static files included. */
@ApplicationScoped
class SecurityHeaders {
    private static final int EARLY = 1000;
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final String CACHE_CONTROL = "Cache-Control";
    private static final List<String> HASHED = List.of("/assets/", "/m/assets/");
    /** antd and ECharts set style attributes at run time; scripts come from this origin alone. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; media-src 'self' blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " frame-ancestors 'none'; form-action 'self'";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", CONTENT_SECURITY_POLICY);

    /** A file under an assets folder carries a hash of its content in its name; everything else may change under its address. */
    private static void cache(RoutingContext context) {
        int status = context.response().getStatusCode();
        MultiMap headers = context.response().headers();
        boolean api = context.request().path().startsWith("/api/");
        if (HASHED.stream().anyMatch(context.normalizedPath()::startsWith)
                && (status == OK || status == NOT_MODIFIED)) {
            headers.set(CACHE_CONTROL, "public, immutable, max-age=31536000");
        } else if (!api && !String.valueOf(headers.get(CACHE_CONTROL)).contains("no-store")) {
            headers.set(CACHE_CONTROL, "no-cache");
        }
    }

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    HEADERS.forEach(context.response().headers()::set);
                    if (context.request().path().startsWith("/api/")) {
                        context.response().headers().set(CACHE_CONTROL, "no-store");
                    }
                    context.addHeadersEndHandler(end -> cache(context));
                    context.next();
                },
                EARLY);
    }
}
