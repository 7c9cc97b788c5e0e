package org.dudao.kernel.error;

import java.util.List;

/**
 * The JSON of an RFC 9457 problem.
 *
 * @param type always {@code about:blank}; {@code code} tells problems apart
 * @param title the HTTP status in words
 * @param status HTTP status
 * @param code stable code of the problem
 * @param detail what happened and what to do, in the caller's language
 * @param errors the fields concerned; empty when the problem is not about a field
 */
public record ProblemBody(String type, String title, int status, String code, String detail, List<Field> errors) {
    /** A field and what is wrong with it, in the caller's language. */
    public record Field(String field, String code, String message) {}
}
