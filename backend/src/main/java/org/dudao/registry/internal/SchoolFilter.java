package org.dudao.registry.internal;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.SchoolScope;
import org.dudao.registry.Stage;

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

    /**
     * Order of a table of figures: schools with a compulsory stage first, then those with later stages, kindergartens
     * (which report no figures) last; by code within each.
     */
    static final String FIGURES_ORDER = "case when s.kind in (" + compulsory() + ") then 0 when s.kind = '"
            + SchoolKind.KINDERGARTEN.code() + "' then 2 else 1 end, s.code";

    /** Part of the name or code. */
    @QueryParam("q")
    @Size(max = MAX_SEARCH)
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

    private static String compulsory() {
        return Stream.of(SchoolKind.values())
                .filter(k -> k.teaches(Stage.PRIMARY) || k.teaches(Stage.JUNIOR))
                .map(k -> "'" + k.code() + "'")
                .collect(Collectors.joining(", "));
    }

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
