package org.dudao.publication.internal.docx;

import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * How a paragraph, a run or a table looks: properties of WordprocessingML by name, each with its attributes. A later look lies
 * over an earlier one attribute by attribute. Borders are {@code pBdr.top}, list numbers {@code numPr.numId}
 * and the like.
 */
public final class Look {
    private final Map<String, Map<String, String>> properties = new LinkedHashMap<>();

    /** A look of no property. */
    public static Look none() {
        return new Look();
    }

    /** The children of a {@code pPr}, {@code rPr}, {@code tblPr} or {@code tcPr}; null gives none. */
    public static Look of(Element properties) {
        Look look = new Look();
        if (properties != null) {
            for (Element e : Words.children(properties)) {
                String name = e.getLocalName();
                if (name.equals("pBdr")
                        || name.equals("numPr")
                        || name.endsWith("Borders")
                        || name.equals("tblCellMar")
                        || name.equals("tcMar")) {
                    Words.children(e).forEach(side -> look.put(name + "." + side.getLocalName(), side));
                } else {
                    look.put(name, e);
                }
            }
        }
        return look;
    }

    private void put(String name, Element e) {
        Map<String, String> attributes = properties.computeIfAbsent(name, n -> new LinkedHashMap<>());
        NamedNodeMap all = e.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr a = (Attr) all.item(i);
            if (WordFile.W.equals(a.getNamespaceURI())) {
                attributes.put(a.getLocalName(), a.getValue());
            }
        }
    }

    /** This look with another over it. */
    public Look under(Look over) {
        Look both = new Look();
        properties.forEach((k, v) -> both.properties.put(k, new LinkedHashMap<>(v)));
        over.properties.forEach((k, v) ->
                both.properties.computeIfAbsent(k, n -> new LinkedHashMap<>()).putAll(v));
        return both;
    }

    public boolean has(String property) {
        return properties.containsKey(property);
    }

    /** A property that is there and not switched off. */
    public boolean on(String property) {
        if (!has(property)) {
            return false;
        }
        String value = get(property, "val");
        return !("0".equals(value) || "false".equals(value) || "off".equals(value) || "none".equals(value));
    }

    /** An attribute of a property; null when either is missing. */
    public String get(String property, String attribute) {
        Map<String, String> attributes = properties.get(property);
        return attributes == null ? null : attributes.get(attribute);
    }

    public int number(String property, String attribute, int otherwise) {
        return Words.number(get(property, attribute), otherwise);
    }
}
