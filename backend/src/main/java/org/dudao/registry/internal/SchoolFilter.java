package org.dudao.registry.internal;

import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;

/** What a list of schools can be narrowed by. The list, its count and its export share it. */
public class SchoolFilter extends PageRequest {
    static final Map<String, String> SORTABLE = Map.of(
            "code", "s.code",
            "name", "s.name collate \"zh-Hans-CN-x-icu\"",
            "kind", "s.kind",
            "region", "s.region_code",
            "urbanRural", "s.urban_rural",
            "foundedYear", "s.founded_year",
            "state", "s.state");

    /** Part of the name or code. */
    @QueryParam("q")
    public String q;

    /** Region code prefix inside the caller's scope. */
    @QueryParam("region")
    @Pattern(regexp = "[0-9]{2,9}")
    public String region;

    @QueryParam("kind")
    @Pattern(regexp = "[0-9]{3}")
    public String kind;

    @QueryParam("urbanRural")
    @Pattern(regexp = "[0-9]{3}")
    public String urbanRural;

    @QueryParam("privateSchool")
    public Boolean privateSchool;

    @QueryParam("runBy")
    public RunBy runBy;

    @QueryParam("state")
    public SchoolState state;

    Where where(Scope scope) {
        return SchoolScope.schools(new Where(), scope, "s")
                .andIf("s.region_code like :region || '%'", "region", region)
                .contains(q, "s.name", "s.code")
                .andIf("s.kind = :kind", "kind", kind)
                .andIf("s.urban_rural = :urbanRural", "urbanRural", urbanRural)
                .andIf("s.private_school = :private", "private", privateSchool)
                .andIf("s.run_by = :runBy", "runBy", runBy == null ? null : runBy.name())
                .andIf("s.state = :state", "state", state == null ? null : state.name());
    }
}
