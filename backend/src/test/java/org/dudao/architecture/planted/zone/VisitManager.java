package org.dudao.architecture.planted.zone;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.dudao.architecture.planted.balance.Verdicts;
import org.dudao.architecture.planted.registry.internal.Secret;

/** Breaks every rule: a sibling's façade, a foreign internal, an entity in a resource, its own clock, no role, its name. */
@Path("/planted")
public class VisitManager {
    Verdicts verdicts;
    Secret secret;

    @GET
    public Instant open() {
        return Instant.now();
    }
}
