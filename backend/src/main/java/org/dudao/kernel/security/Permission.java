package org.dudao.kernel.security;

import static org.dudao.kernel.security.Roles.*;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a screen may offer, told to the client by {@code GET /me} so that no page ever asks for a role by name. */
public enum Permission {
    SCHOOL_READ("school:read", Roles.ALL),
    SCHOOL_WRITE("school:write", Set.of(DIRECTOR, OFFICER)),
    FACT_WRITE("fact:write", Set.of(DIRECTOR, OFFICER)),
    CATALOGUE_WRITE("catalogue:write", Set.of(DIRECTOR, OFFICER)),
    IMPORT_RUN("import:run", Set.of(DIRECTOR, OFFICER)),
    REGION_WRITE("region:write", Set.of(DIRECTOR, OFFICER)),
    ACCOUNT_MANAGE("account:manage", Set.of(DIRECTOR)),
    BALANCE_READ("balance:read", Set.of(DIRECTOR, OFFICER, GOVERNMENT, PROVINCE)),
    BALANCE_RUN("balance:run", Set.of(DIRECTOR, OFFICER, PROVINCE)),
    FRAMEWORK_EDIT("framework:edit", Set.of(DIRECTOR, OFFICER)),
    FRAMEWORK_PUBLISH("framework:publish", Set.of(DIRECTOR)),
    PLAN_WRITE("plan:write", Set.of(DIRECTOR, OFFICER)),
    ROLLUP_RUN("rollup:run", Set.of(DIRECTOR, OFFICER, PROVINCE)),
    FINDING_READ("finding:read", Roles.ALL),
    FINDING_RAISE("finding:raise", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    FINDING_REPLY("finding:reply", Set.of(SCHOOL, TOWNSHIP, OFFICER)),
    FINDING_CHECK("finding:check", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    FINDING_EXTEND("finding:extend", Set.of(DIRECTOR, OFFICER)),
    NOTICE_DRAFT("notice:draft", Set.of(DIRECTOR, OFFICER)),
    NOTICE_APPROVE("notice:approve", Set.of(DIRECTOR)),
    NOTICE_RECEIVE("notice:receive", Set.of(SCHOOL, TOWNSHIP, OFFICER)),
    CALENDAR_WRITE("calendar:write", Set.of(DIRECTOR)),
    INDEX_READ("index:read", Roles.ALL),
    INDEX_EDIT("index:edit", Set.of(DIRECTOR, OFFICER)),
    INDEX_PUBLISH("index:publish", Set.of(DIRECTOR));

    private final String code;
    private final Set<String> roles;

    Permission(String code, Set<String> roles) {
        this.code = code;
        this.roles = roles;
    }

    public String code() {
        return code;
    }

    public static List<String> codesOf(String role) {
        return Arrays.stream(values())
                .filter(p -> p.roles.contains(role))
                .map(Permission::code)
                .toList();
    }
}
