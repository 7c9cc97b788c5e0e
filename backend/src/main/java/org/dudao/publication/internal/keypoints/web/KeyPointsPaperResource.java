package org.dudao.publication.internal.keypoints.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.publication.internal.keypoints.KeyPointsPapers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The year's key points of work (工作要点) as an official document. */
@Path("/api/v1/publication/key-points")
@Tag(name = "publication")
public class KeyPointsPaperResource {
    /** The document that was issued. */
    public record KeyPointsIssued(UUID documentId) {}

    @Inject
    KeyPointsPapers papers;

    @Inject
    CurrentUser user;

    @POST
    @Path("/{approval}/issue")
    @RolesAllowed({DIRECTOR, OFFICER})
    @Operation(
            operationId = "issueKeyPoints",
            summary = "Issue approved key points: numbered and registered once for each approval, the files follow")
    public KeyPointsIssued issue(@PathParam("approval") UUID approval) {
        return new KeyPointsIssued(papers.issue(approval, user.account()));
    }
}
