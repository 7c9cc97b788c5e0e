package org.dudao.rectification;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How grave a finding is (问题分级). */
@Schema(name = "FindingSeverity")
public enum Severity {
    /** 当场整改 */
    ON_THE_SPOT,
    /** 一般 */
    GENERAL,
    /** 重大 */
    SERIOUS,
    /** 复杂，需其他部门协同 */
    COMPLEX
}
