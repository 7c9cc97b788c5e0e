package org.dudao.rectification.internal.web;

import static org.dudao.kernel.security.Roles.*;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.rectification.internal.Rules;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Rules to choose from when a finding is written down. */
@Path("/api/v1/rectification/rules")
@Tag(name = "rectification")
public class RuleResource {
    @Inject
    Rules rules;

    @Inject
    CurrentUser user;

    @GET
    @RolesAllowed({DIRECTOR, OFFICER, INSPECTOR})
    @Operation(
            operationId = "findRules",
            summary = "Rules by code or words: items of published index systems, and those findings named before")
    public List<Rules.KnownRule> find(@QueryParam("q") @Size(max = PageRequest.MAX_SEARCH) String q) {
        return rules.find(q, user.account());
    }
}
