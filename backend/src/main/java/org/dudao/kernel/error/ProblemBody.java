package org.dudao.kernel.error;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The JSON of an RFC 9457 problem.
 *
 * @param type always {@code about:blank}; {@code code} tells problems apart
 * @param title the HTTP status in words
 * @param status HTTP status
 * @param code stable code of the problem
 * @param detail what happened and what to do, in the caller's language
 * @param instance of a failure of the server: what its line in the log is found by, {@code urn:uuid:…}; otherwise null
 * @param errors the fields concerned; empty when the problem is not about a field
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProblemBody(
        String type, String title, int status, String code, String detail, String instance, List<Field> errors) {
    /** A field and what is wrong with it, in the caller's language. */
    @Schema(name = "ProblemField")
    public record Field(String field, String code, String message) {}
}
