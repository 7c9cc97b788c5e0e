package org.dudao.kernel.error;

import java.util.Arrays;
import java.util.List;

/**
 * Anything a caller can mend or must be told, thrown anywhere below a resource and answered as
 * {@code application/problem+json} (RFC 9457). The text is looked up by {@link #code()} in the bundle of the module
 * the code begins with ({@code registry.school.notFound} → {@code i18n/registry}), in the caller's language.
 */
public class Problem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;
    private final transient List<String> params;
    private final transient List<FieldError> errors;

    public Problem(int status, String code, List<FieldError> errors, Object... params) {
        super(code + Arrays.toString(params), null, false, false);
        this.status = status;
        this.code = code;
        this.errors = List.copyOf(errors);
        this.params = Arrays.stream(params).map(String::valueOf).toList();
    }

    /** 400: the request cannot be read as what the endpoint takes. */
    public static Problem badRequest(String code, String field, Object... params) {
        return new Problem(400, code, List.of(FieldError.of(field, code, params)), params);
    }

    /** 403: known, but not allowed. */
    public static Problem forbidden(String code, Object... params) {
        return new Problem(403, code, List.of(), params);
    }

    /** 404: absent, or outside the caller's scope; the two are never told apart. */
    public static Problem notFound(String code, Object... params) {
        return new Problem(404, code, List.of(), params);
    }

    /** 409: the state of the thing does not allow it. */
    public static Problem conflict(String code, Object... params) {
        return new Problem(409, code, List.of(), params);
    }

    /** 422: readable, but one field breaks a rule. */
    public static Problem unprocessable(String code, String field, Object... params) {
        return new Problem(422, code, List.of(FieldError.of(field, code, params)), params);
    }

    /** 422: readable, but several fields break rules. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(422, "kernel.invalid", errors, errors.size());
    }

    public int status() {
        return status;
    }

    public String code() {
        return code;
    }

    public List<String> params() {
        return params;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
