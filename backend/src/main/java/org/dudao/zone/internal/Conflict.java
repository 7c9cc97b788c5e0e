package org.dudao.zone.internal;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why an inspector may not supervise a school (回避). */
public record Conflict(UUID id, UUID schoolId, String schoolName, Kind kind, String note) {
    /** What it comes from. */
    @Schema(name = "ConflictKind")
    public enum Kind {
        /** 近亲属在该校任职或就读 */
        RELATIVE,
        /** 曾在该校任职 */
        FORMER_SCHOOL,
        OTHER
    }
}
