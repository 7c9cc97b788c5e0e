package org.dudao.indexsystem.internal.scoring;

import java.util.ArrayList;
import java.util.List;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.json.ModestNumbers;

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

    /** Names every number too large or too fine to compute with; nothing else can be looked at then. */
    boolean outsized(Object document) {
        List<String> paths = ModestNumbers.outsized(document);
        paths.forEach(path -> add(path, "number"));
        return !paths.isEmpty();
    }

    List<FieldError> list() {
        return List.copyOf(errors);
    }
}
