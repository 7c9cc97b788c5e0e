package org.dudao.zone.internal.appraisal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The outcome of a year's appraisal (考核等次). */
@Schema(name = "AppraisalGrade")
public enum AppraisalGrade {
    /** 优秀 */
    EXCELLENT,
    /** 称职（合格） */
    COMPETENT,
    /** 基本称职（基本合格） */
    BASIC,
    /** 不称职（不合格） */
    INCOMPETENT
}
