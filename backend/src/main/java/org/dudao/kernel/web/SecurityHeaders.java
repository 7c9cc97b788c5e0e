package org.dudao.kernel.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;

/** Headers every answer carries, static files included. */
@ApplicationScoped
class SecurityHeaders {
    private static final int EARLY = 1000;
    /** antd and ECharts set style attributes at run time; scripts come from this origin alone. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
                    + " img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self';"
                    + " frame-ancestors 'none'; form-action 'self'";

    private static final Map<String, String> HEADERS = Map.of(
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Permissions-Policy", "camera=(self), geolocation=(self), microphone=(self)",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Content-Security-Policy", CONTENT_SECURITY_POLICY);

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    HEADERS.forEach(context.response().headers()::set);
                    if (context.request().path().startsWith("/api/")) {
                        context.response().headers().set("Cache-Control", "no-store");
                    }
                    context.next();
                },
                EARLY);
    }
}
