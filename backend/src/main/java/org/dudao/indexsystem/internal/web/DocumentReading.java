package org.dudao.indexsystem.internal.web;

import java.util.ArrayList;
import java.util.List;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;

/** What a document must hold before its rules can be looked at. */
final class DocumentReading {
    private static final int LONGEST_NAME = 200;

    private DocumentReading() {}

    /** @throws Problem 422 naming every part that is absent */
    static IndexSystemDocument whole(IndexSystemDocument d) {
        List<FieldError> errors = new ArrayList<>();
        require(
                errors,
                d.code() != null && d.code().matches("[A-Z][A-Z0-9_]{2,39}"),
                "code",
                "indexsystem.fault.systemCode");
        require(errors, named(d.nameZh()), "nameZh", "kernel.required");
        require(errors, named(d.nameEn()), "nameEn", "kernel.required");
        require(errors, d.subject() != null, "subject", "kernel.required");
        require(errors, d.source() != null && d.source().title() != null, "source.title", "kernel.required");
        require(
                errors,
                d.settings() != null
                        && d.settings().rounding() != null
                        && d.settings().notApplicable() != null,
                "settings",
                "kernel.required");
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return d;
    }

    private static boolean named(String name) {
        return name != null && !name.isBlank() && name.length() <= LONGEST_NAME;
    }

    private static void require(List<FieldError> errors, boolean holds, String field, String code) {
        if (!holds) {
            errors.add(FieldError.of(field, code));
        }
    }
}
