package org.dudao.kernel.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** A path the client's own router knows is answered with the client's page; unknown API paths stay 404. */
@ApplicationScoped
class ClientRoutes {
    private static final List<String> SERVER = List.of("/api/", "/session/", "/openapi", "/public/", "/q/", "/assets/");

    void register(@Observes Router router) {
        router.route().order(-1).handler(context -> {
            String path = context.normalizedPath();
            boolean page = context.request().method() == HttpMethod.GET
                    && !"/".equals(path)
                    && SERVER.stream().noneMatch(path::startsWith)
                    && !path.substring(path.lastIndexOf('/') + 1).contains(".");
            if (page) {
                context.reroute("/");
            } else {
                context.next();
            }
        });
    }
}
