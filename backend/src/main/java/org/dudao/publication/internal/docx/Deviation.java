package org.dudao.publication.internal.docx;

import java.util.List;

/**
 * Something in a template that is not as it should be.
 *
 * @param error whether it keeps the template from being filled; the others are departures from GB/T 9704-2012 that an office may
 *     decide to live with
 * @param code what, and the last part of {@code publication.layout.<code>} and {@code publication.remedy.<code>}
 * @param place where
 * @param paragraph which paragraph, counted from 1; 0 when it is none in particular
 * @param excerpt how that paragraph begins; null without one
 * @param params what was found and what should be, for the message
 */
public record Deviation(boolean error, String code, Place place, int paragraph, String excerpt, List<String> params) {
    /** Parts of a document. */
    public enum Place {
        PAGE,
        PARAGRAPH,
        FOOTER,
        FIELDS
    }

    private static final int EXCERPT = 24;

    static Deviation page(String code, Object... params) {
        return of(false, code, Place.PAGE, 0, null, params);
    }

    static Deviation footer(String code, Object... params) {
        return of(false, code, Place.FOOTER, 0, null, params);
    }

    static Deviation field(String code, Object... params) {
        return of(true, code, Place.FIELDS, 0, null, params);
    }

    static Deviation paragraph(String code, int number, String text, Object... params) {
        return of(false, code, Place.PARAGRAPH, number, text, params);
    }

    private static Deviation of(boolean error, String code, Place place, int number, String text, Object... params) {
        String excerpt = text == null || text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
        return new Deviation(
                error,
                code,
                place,
                number,
                excerpt,
                java.util.Arrays.stream(params).map(String::valueOf).toList());
    }
}
