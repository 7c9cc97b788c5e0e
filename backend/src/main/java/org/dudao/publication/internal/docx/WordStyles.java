package org.dudao.publication.internal.docx;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The styles of a docx: how something looks once its style, the styles that one builds on and the defaults are laid over each other. */
public final class WordStyles {
    private static final String PARAGRAPH = "pPr";
    private static final String RUN = "rPr";

    private final Map<String, Element> byId = new HashMap<>();
    private final Map<String, String> defaults = new HashMap<>();
    private Look defaultParagraph = Look.none();
    private Look defaultRun = Look.none();

    /** The styles of a file; one without any has Word's own defaults (10 pt, nothing else). */
    public static WordStyles of(WordFile file) throws WordFile.Refused {
        WordStyles styles = new WordStyles();
        Optional<Document> part = file.part("word/styles.xml");
        if (part.isPresent()) {
            for (Element style : Words.elements(part.get(), "style")) {
                String id = Words.attribute(style, "styleId");
                styles.byId.put(id, style);
                String isDefault = Words.attribute(style, "default");
                if (isDefault.equals("1") || isDefault.equals("true")) {
                    styles.defaults.put(Words.attribute(style, "type"), id);
                }
            }
            styles.defaultParagraph = inside(part.get(), "pPrDefault", PARAGRAPH);
            styles.defaultRun = inside(part.get(), "rPrDefault", RUN);
        }
        return styles;
    }

    private static Look inside(Document styles, String wrapper, String properties) {
        return Words.elements(styles, wrapper).stream()
                .findFirst()
                .flatMap(w -> Words.child(w, properties))
                .map(Look::of)
                .orElse(Look.none());
    }

    /** How a paragraph is set. */
    public Look paragraph(Element p) {
        Look own = Words.child(p, PARAGRAPH).map(Look::of).orElse(Look.none());
        return defaultParagraph
                .under(styled(styleOf(own), PARAGRAPH, new HashSet<>()))
                .under(own);
    }

    /** How the letters of a paragraph look before their runs say otherwise. */
    public Look letters(Element p) {
        Look own = Words.child(p, PARAGRAPH).map(Look::of).orElse(Look.none());
        return defaultRun.under(styled(styleOf(own), RUN, new HashSet<>()));
    }

    /** How a run looks in its paragraph. */
    public Look run(Element r, Look letters) {
        Look own = Words.child(r, RUN).map(Look::of).orElse(Look.none());
        String style = own.get("rStyle", "val");
        return letters.under(style == null ? Look.none() : styled(style, RUN, new HashSet<>()))
                .under(own);
    }

    /** How a table is drawn. */
    public Look table(Element tbl) {
        Look own = Words.child(tbl, "tblPr").map(Look::of).orElse(Look.none());
        String style = own.get("tblStyle", "val");
        return (style == null ? Look.none() : styled(style, "tblPr", new HashSet<>())).under(own);
    }

    /** Id of a paragraph's style; the default one's when it names none. */
    public String styleId(Element p) {
        return styleOf(Words.child(p, PARAGRAPH).map(Look::of).orElse(Look.none()));
    }

    private String styleOf(Look own) {
        String named = own.get("pStyle", "val");
        return named == null ? defaults.get("paragraph") : named;
    }

    private Look styled(String id, String properties, Set<String> seen) {
        Element style = id == null ? null : byId.get(id);
        if (style == null || !seen.add(id)) {
            return Look.none();
        }
        Look below = Words.child(style, "basedOn")
                .map(b -> styled(Words.attribute(b, "val"), properties, seen))
                .orElse(Look.none());
        return below.under(Words.child(style, properties).map(Look::of).orElse(Look.none()));
    }
}
