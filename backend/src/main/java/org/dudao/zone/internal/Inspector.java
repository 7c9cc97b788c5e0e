package org.dudao.zone.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An inspector (督学) of a county, in office or not.
 *
 * @param employer where the person works; null when not told
 * @param worksSince first day of work, from which the years of work follow
 * @param phone as dialled; never shown outside the office without a mask
 * @param photo a file of evidence; null for none
 * @param account subject of the account the person signs in with; null for none
 */
public record Inspector(
        UUID id,
        String regionCode,
        String name,
        Kind kind,
        String employer,
        String post,
        Degree degree,
        LocalDate worksSince,
        List<String> subjects,
        String phone,
        UUID photo,
        String account,
        long version) {

    /** How somebody is an inspector. */
    @Schema(name = "InspectorKind")
    public enum Kind {
        /** 专职督学 */
        FULL_TIME,
        /** 兼职督学 */
        PART_TIME,
        /** 责任督学 */
        RESPONSIBLE,
        /** 特约督学 */
        SPECIAL;

        /** Whether terms in a row are limited: only the full-time ones hold a post rather than a term. */
        boolean limited() {
            return this != FULL_TIME;
        }
    }

    /** Highest degree (学历). */
    @Schema(name = "InspectorDegree")
    public enum Degree {
        /** 大学专科 */
        ASSOCIATE,
        /** 大学本科 */
        BACHELOR,
        /** 硕士研究生 */
        MASTER,
        /** 博士研究生 */
        DOCTOR
    }
}
