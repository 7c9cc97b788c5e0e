package org.dudao.registry.internal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.dudao.kernel.page.PageRequest;

/** What a list of accounts can be narrowed by. */
public class AccountFilter extends PageRequest {
    /** Part of the person's name or of the login. */
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
    public String q;

    @QueryParam("role")
    @Pattern(regexp = "director|officer|inspector|school|township|government|province")
    public String role;

    @QueryParam("enabled")
    public Boolean enabled;
}
