package org.dudao.balance.internal.engine;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A school that is not a row of its own, and why.
 *
 * @param id of the school
 * @param parentCode for FOLDED the school it was folded into; for PARENT_MISSING the id asked for, or null
 */
public record Exclusion(String id, String code, String name, String kind, Reason reason, String parentCode) {

    /** Why a school is not counted by itself. */
    @Schema(name = "ExclusionReason")
    public enum Reason {
        /** its kind does not teach the stage, and no pupils of the stage are reported */
        STAGE_NOT_TAUGHT,
        /** its kind does not teach the stage, yet pupils of the stage are reported */
        STAGE_NOT_TAUGHT_BUT_PUPILS,
        /** the framework leaves its kind out (特殊教育, 职业学校) */
        KIND_EXCLUDED,
        /** 民办 schools are left out */
        PRIVATE,
        /** schools not run by the county government are left out */
        NOT_RUN_BY_COUNTY,
        /** 教学点 are left out */
        TEACHING_POINT,
        /** a 教学点 with fewer pupils than the framework asks */
        TEACHING_POINT_TOO_SMALL,
        /** pupils and resources were added to the 中心校 */
        FOLDED,
        /** to be folded, but its 中心校 is not named or not among the schools */
        PARENT_MISSING,
        /** to be folded, but its 中心校 is itself not counted */
        PARENT_NOT_COUNTED,
        /** reported: no pupils in this stage */
        NO_PUPILS
    }

    static Exclusion of(SchoolInput school, Reason reason, String parentCode) {
        return new Exclusion(
                school.id(), school.code(), school.name(), school.kind().code(), reason, parentCode);
    }
}
