package org.dudao.kernel.text;

/**
 * Knows what can be printed, so that a text no document could show is refused where it is typed and not when the document is
 * approved. Kept by the module that prints.
 */
public interface PrintableText {
    /**
     * @param field field of the request the text came in
     * @param text null is fine
     * @throws org.dudao.kernel.error.Problem 422 naming the characters that cannot be printed
     */
    void require(String field, String text);
}
