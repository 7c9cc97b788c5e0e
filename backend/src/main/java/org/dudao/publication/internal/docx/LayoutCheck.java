package org.dudao.publication.internal.docx;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Element;

/**
 * Checks a template of a kind: its fields, and its layout against GB/T 9704-2012. Pure; what it finds says where and is
 * explained, with what to do about it, in the bundles.
 */
public final class LayoutCheck {
    private LayoutCheck() {}

    /** Everything found, errors first. */
    public static List<Deviation> of(WordFile file, Kind kind) throws WordFile.Refused {
        List<Deviation> found = new ArrayList<>(FieldCheck.of(file, kind));
        found.addAll(PageCheck.of(file));
        found.addAll(TextCheck.of(file));
        return List.copyOf(found);
    }

    /** The paragraphs that stand in the body itself, tables left out. */
    static List<Element> paragraphs(WordFile file) throws WordFile.Refused {
        return Words.children(Words.elements(file.document(), "body").get(0)).stream()
                .filter(e -> e.getLocalName().equals("p"))
                .toList();
    }
}
