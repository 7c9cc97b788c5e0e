package org.dudao.rectification.internal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the days of a term are counted. */
@Schema(name = "TermKind")
public enum Term {
    /** 日 */
    CALENDAR,
    /** 工作日 */
    WORKING
}
