package org.dudao.indexsystem.internal.scoring;

import java.util.ArrayList;
import java.util.List;
import org.dudao.kernel.error.FieldError;

/** Collects what is wrong, each with the path of its field. */
final class Faults {
    private final List<FieldError> errors = new ArrayList<>();

    void add(String field, String code, Object... params) {
        errors.add(FieldError.of(field, "indexsystem.fault." + code, params));
    }

    void require(boolean holds, String field, String code, Object... params) {
        if (!holds) {
            add(field, code, params);
        }
    }

    List<FieldError> list() {
        return List.copyOf(errors);
    }
}
