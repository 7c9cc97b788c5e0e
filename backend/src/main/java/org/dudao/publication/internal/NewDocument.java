package org.dudao.publication.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.publication.internal.docx.Kind;

/**
 * A document to be registered.
 *
 * @param number given elsewhere (a notice has its own when it is approved); null lets the register give one, if the kind has numbers
 * @param forUnit whether the unit it is about may read it
 * @param fields values of the kind's own fields; those every document has are added
 */
record NewDocument(
        Kind kind,
        String regionCode,
        UUID schoolId,
        String unitName,
        Number number,
        String title,
        String recipients,
        String approverName,
        LocalDate issuedOn,
        UUID subjectId,
        UUID findingId,
        boolean forUnit,
        Map<String, Object> fields) {
    /** A number in a series of a year. */
    record Number(int year, int no, String text) {}
}
