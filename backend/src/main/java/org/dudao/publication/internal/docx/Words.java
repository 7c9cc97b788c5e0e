package org.dudao.publication.internal.docx;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reading the XML of a docx by local names. */
public final class Words {
    private Words() {}

    /** Every element of a name, at any depth, in order. */
    public static List<Element> elements(Document in, String localName) {
        return list(in.getElementsByTagNameNS("*", localName));
    }

    public static List<Element> elements(Element in, String localName) {
        return list(in.getElementsByTagNameNS("*", localName));
    }

    /** The elements directly below one. */
    public static List<Element> children(Element parent) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e) {
                found.add(e);
            }
        }
        return found;
    }

    public static Optional<Element> child(Element parent, String localName) {
        return children(parent).stream()
                .filter(e -> localName.equals(e.getLocalName()))
                .findFirst();
    }

    /** An attribute of WordprocessingML; empty text when it is not there. */
    public static String attribute(Element of, String name) {
        return of.getAttributeNS(WordFile.W, name);
    }

    /** The letters of a paragraph, whatever runs they are in. */
    public static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        elements(paragraph, "t").forEach(t -> text.append(t.getTextContent()));
        return text.toString();
    }

    /** A whole number in an attribute's text, or the alternative when there is none. */
    public static int number(String text, int otherwise) {
        try {
            return text == null || text.isEmpty() ? otherwise : (int) Math.round(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }
}
