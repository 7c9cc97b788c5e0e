package org.dudao.kernel.error;

import java.util.List;

/**
 * One thing wrong with one field of a request.
 *
 * @param field path from the request's root, e.g. {@code schools[3].pupils.primary}; empty for the whole request
 * @param code message code, e.g. {@code kernel.required}
 * @param params values the message names
 */
public record FieldError(String field, String code, List<String> params) {
    public static FieldError of(String field, String code, Object... params) {
        return new FieldError(
                field,
                code,
                java.util.Arrays.stream(params).map(String::valueOf).toList());
    }
}
