package org.dudao.publication.internal.render;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.text.PrintableText;

/**
 * Refuses what no typeface can draw. A document with a hole or a # where a person's name stands is worse than none, and once it has
 * a number it cannot be taken back.
 */
@ApplicationScoped
public class Undrawable implements PrintableText {
    private static final String CODE = "publication.document.undrawable";
    private static final int MOST_NAMED = 10;

    @Inject
    Typefaces typefaces;

    /** For what is printed as it was typed, wherever that is. */
    @Override
    public void require(String field, String text) {
        if (text == null) {
            return;
        }
        String missing = named(text);
        if (!missing.isEmpty()) {
            throw Problem.unprocessable("kernel.text.unprintable", field, missing);
        }
    }

    /** @throws Problem 422 naming the characters */
    public void requireInFile(String field, String text) {
        String missing = named(text);
        if (!missing.isEmpty()) {
            throw Problem.unprocessable(CODE + "InFile", field, missing);
        }
    }

    /**
     * @param fields a text for each field of a document, a list of maps for each list
     * @throws Problem 422 with one error for each field, naming field and characters
     */
    public void require(Map<String, ?> fields) {
        List<FieldError> errors = new ArrayList<>();
        fields.forEach((name, value) -> check(name, name, value, errors));
        if (!errors.isEmpty()) {
            FieldError first = errors.get(0);
            throw new Problem(422, CODE, errors, first.params().toArray());
        }
    }

    private void check(String path, String label, Object value, List<FieldError> errors) {
        if (value instanceof Map<?, ?> row) {
            row.forEach((name, v) -> check(path + "." + name, label + "：" + name, v, errors));
        } else if (value instanceof List<?> rows) {
            for (int i = 0; i < rows.size(); i++) {
                check(path + "[" + i + "]", label + (i + 1), rows.get(i), errors);
            }
        } else if (value != null) {
            String missing = named(value.toString());
            if (!missing.isEmpty()) {
                errors.add(FieldError.of(path, CODE, label, missing));
            }
        }
    }

    /** For example {@code “𠮷”（U+20BB7）}; empty when all can be drawn. */
    private String named(String text) {
        return typefaces.missing(text).stream()
                .limit(MOST_NAMED)
                .map(c -> "“" + Character.toString(c) + "”（U+%04X）".formatted(c))
                .collect(Collectors.joining("、"));
    }
}
