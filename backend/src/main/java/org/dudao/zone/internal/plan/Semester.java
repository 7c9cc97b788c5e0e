package org.dudao.zone.internal.plan;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A term of the school year (学期) as a county holds it.
 *
 * @param year the school year's first year
 */
public record Semester(String regionCode, int year, Half half, LocalDate fromDay, LocalDate untilDay, long version) {
    /** Which term of the school year. */
    @Schema(name = "SemesterHalf")
    public enum Half {
        /** 秋季学期 */
        AUTUMN,
        /** 春季学期 */
        SPRING
    }
}
