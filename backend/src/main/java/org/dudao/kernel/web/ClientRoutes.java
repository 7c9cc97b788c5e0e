package org.dudao.kernel.web;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;

/** A path the client's own router knows is answered with that client's page; unknown API paths stay 404. */
@ApplicationScoped
class ClientRoutes {
    private static final List<String> SERVER = List.of("/api/", "/session/", "/openapi", "/public/", "/q/", "/assets/");
    /** Clients of their own beside the desk, by where they begin. */
    private static final Map<String, String> OTHERS = Map.of("/m/", "/m/index.html", "/p/", "/p/index.html");

    void register(@Observes Router router) {
        router.route().order(-1).handler(context -> {
            String path = context.normalizedPath();
            boolean page = context.request().method() == HttpMethod.GET
                    && !"/".equals(path)
                    && SERVER.stream().noneMatch(path::startsWith)
                    && !path.substring(path.lastIndexOf('/') + 1).contains(".");
            if (OTHERS.containsKey(path + "/")) {
                context.redirect(path + "/");
            } else if (page) {
                context.reroute(OTHERS.entrySet().stream()
                        .filter(other -> path.startsWith(other.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse("/"));
            } else {
                context.next();
            }
        });
    }
}
