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
    EVIDENCE_READ("evidence:read", Roles.ALL),
    EVIDENCE_UPLOAD("evidence:upload", Set.of(DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP)),
    ARCHIVE_READ("archive:read", Set.of(DIRECTOR, OFFICER, GOVERNMENT, PROVINCE)),
    ARCHIVE_WRITE("archive:write", Set.of(DIRECTOR, OFFICER)),
    ARCHIVE_ANSWER("archive:answer", Set.of(SCHOOL, TOWNSHIP)),
    FINDING_READ("finding:read", Roles.ALL),
    FINDING_RAISE("finding:raise", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    FINDING_REPLY("finding:reply", Set.of(SCHOOL, TOWNSHIP, OFFICER)),
    FINDING_CHECK("finding:check", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    FINDING_EXTEND("finding:extend", Set.of(DIRECTOR, OFFICER)),
    FINDING_VOID("finding:void", Set.of(DIRECTOR)),
    NOTICE_DRAFT("notice:draft", Set.of(DIRECTOR, OFFICER)),
    NOTICE_APPROVE("notice:approve", Set.of(DIRECTOR)),
    NOTICE_RECEIVE("notice:receive", Set.of(SCHOOL, TOWNSHIP, OFFICER)),
    CALENDAR_WRITE("calendar:write", Set.of(DIRECTOR)),
    DOCUMENT_READ("document:read", Roles.ALL),
    DOCUMENT_HANDLE("document:handle", Set.of(DIRECTOR, OFFICER)),
    DOCUMENT_WITHDRAW("document:withdraw", Set.of(DIRECTOR)),
    TEMPLATE_EDIT("template:edit", Set.of(DIRECTOR, OFFICER)),
    OFFICE_EDIT("office:edit", Set.of(DIRECTOR)),
    INDEX_READ("index:read", Roles.ALL),
    INDEX_EDIT("index:edit", Set.of(DIRECTOR, OFFICER)),
    INDEX_PUBLISH("index:publish", Set.of(DIRECTOR)),
    INSPECTOR_READ("inspector:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE)),
    INSPECTOR_WRITE("inspector:write", Set.of(DIRECTOR, OFFICER)),
    VISIT_READ("visit:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE)),
    VISIT_MAKE("visit:make", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    VISIT_CANCEL("visit:cancel", Set.of(DIRECTOR, OFFICER)),
    VISIT_HAND_IN("visit:handIn", Set.of(DIRECTOR, OFFICER)),
    VISIT_PLAN_READ("visitplan:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE)),
    VISIT_PLAN_WRITE("visitplan:write", Set.of(DIRECTOR, OFFICER)),
    VISIT_PLAN_RULES("visitplan:rules", Set.of(DIRECTOR)),
    VISIT_RECORD_READ("visitrecord:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE)),
    VISIT_RECORD_PUBLISH("visitrecord:publish", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    VISIT_RECORD_ANSWER("visitrecord:answer", Set.of(SCHOOL)),
    REPORT_READ("report:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE)),
    REPORT_OPEN("report:open", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    REPORT_WRITE("report:write", Set.of(INSPECTOR)),
    REPORT_DECIDE("report:decide", Set.of(DIRECTOR, OFFICER)),
    APPRAISAL_READ("appraisal:read", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    APPRAISAL_WRITE("appraisal:write", Set.of(DIRECTOR, OFFICER)),
    APPRAISAL_CONFIRM("appraisal:confirm", Set.of(DIRECTOR)),
    DRAW_READ("draw:read", Set.of(DIRECTOR, OFFICER, GOVERNMENT, PROVINCE)),
    DRAW_WRITE("draw:write", Set.of(DIRECTOR, OFFICER)),
    DRAW_VOID("draw:void", Set.of(DIRECTOR)),
    SCHOOL_VIEW_READ("schoolview:read", Set.of(DIRECTOR, OFFICER)),
    ZONE_READ("zone:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, GOVERNMENT, PROVINCE)),
    ZONE_WRITE("zone:write", Set.of(DIRECTOR, OFFICER)),
    RESPONSIBLE_READ("responsible:read", Set.of(DIRECTOR, OFFICER, INSPECTOR, SCHOOL, GOVERNMENT, PROVINCE)),
    INNOVATION_READ("innovation:read", Set.of(DIRECTOR, OFFICER, GOVERNMENT, PROVINCE)),
    INNOVATION_WRITE("innovation:write", Set.of(DIRECTOR, OFFICER)),
    INNOVATION_ADOPT("innovation:adopt", Set.of(DIRECTOR)),
    COMPLAINT_READ("complaint:read", Set.of(DIRECTOR, OFFICER, INSPECTOR)),
    COMPLAINT_WORK("complaint:work", Set.of(DIRECTOR, OFFICER)),
    AUDIT_READ("audit:read", Set.of(DIRECTOR));

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
