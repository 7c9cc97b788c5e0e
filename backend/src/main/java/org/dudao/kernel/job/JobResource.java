package org.dudao.kernel.job;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.CurrentUser;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Jobs of the caller: how far they are and how they ended. */
@Path("/api/v1/jobs")
@Authenticated
@Tag(name = "jobs")
public class JobResource {
    private static final int RECENT = 50;

    @Inject
    Jobs jobs;

    @Inject
    CurrentUser user;

    @GET
    @Operation(operationId = "listJobs", summary = "The caller's newest jobs")
    public List<Job> recent() {
        return jobs.recentOf(user.account().subject(), RECENT);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getJob", summary = "One of the caller's jobs")
    public Job get(@PathParam("id") UUID id) {
        return jobs.find(id)
                .filter(j -> j.actor().equals(user.account().subject()))
                .orElseThrow(() -> Problem.notFound("kernel.job.notFound", id));
    }
}
