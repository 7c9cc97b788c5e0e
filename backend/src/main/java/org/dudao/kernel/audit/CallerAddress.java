package org.dudao.kernel.audit;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.dudao.kernel.web.OpenPart;

/** From where the request under way comes. Behind a proxy it is the forwarded address (see {@code quarkus.http.proxy.*}). */
@ApplicationScoped
class CallerAddress {
    @Inject
    CurrentVertxRequest request;

    /**
     * The client's address; null for work that no request started, and for what anybody sends without an account: who complains
     * must not be found by their address.
     */
    String get() {
        if (!Arc.container().requestContext().isActive() || request.getCurrent() == null) {
            return null;
        }
        if (OpenPart.holds(request.getCurrent())) {
            return null;
        }
        var remote = request.getCurrent().request().remoteAddress();
        return remote == null ? null : remote.hostAddress();
    }
}
