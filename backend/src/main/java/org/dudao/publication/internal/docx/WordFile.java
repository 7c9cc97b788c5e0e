package org.dudao.publication.internal.docx;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** A docx file that was looked at and found to be one: its parts, unpacked within limits. */
public final class WordFile {
    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final String R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String MAIN =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    private static final int MOST_PARTS = 500;
    private static final long MOST_BYTES = 40L * 1024 * 1024;

    private final Map<String, byte[]> parts;
    private final Map<String, Document> read = new LinkedHashMap<>();

    private WordFile(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    /**
     * Opens a file.
     *
     * @throws Refused when it is no docx, carries macros or embedded programs, points outside itself, or unpacks to more than
     *     40 MiB or 500 parts
     */
    public static WordFile open(byte[] file) throws Refused {
        WordFile word = new WordFile(unpack(file));
        word.refuseWhatIsNoPlainDocx();
        return word;
    }

    private static Map<String, byte[]> unpack(byte[] file) throws Refused {
        if (file.length < 4 || file[0] != 'P' || file[1] != 'K') {
            throw new Refused("notDocx");
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        long total = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (parts.size() >= MOST_PARTS) {
                    throw new Refused("tooLarge");
                }
                byte[] part = copy(zip, MOST_BYTES - total);
                total += part.length;
                if (parts.put(entry.getName(), part) != null) {
                    throw new Refused("notDocx");
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new Refused("notDocx", e);
        }
        return parts;
    }

    private static byte[] copy(InputStream in, long room) throws IOException, Refused {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            if (out.size() + n > room) {
                throw new Refused("tooLarge");
            }
            out.write(buffer, 0, n);
        }
        return out.toByteArray();
    }

    private void refuseWhatIsNoPlainDocx() throws Refused {
        if (!parts.containsKey("[Content_Types].xml") || !parts.containsKey("word/document.xml")) {
            throw new Refused("notDocx");
        }
        for (Element type : Words.elements(part("[Content_Types].xml").orElseThrow(), "Override")) {
            String kind = type.getAttribute("ContentType").toLowerCase(Locale.ROOT);
            if (kind.contains("macroenabled") || kind.contains("vbaproject") || kind.contains("activex")) {
                throw new Refused("macros");
            }
            if (type.getAttribute("PartName").equals("/word/document.xml") && !kind.equals(MAIN)) {
                throw new Refused("notDocx");
            }
        }
        for (String name : parts.keySet()) {
            String lower = name.toLowerCase(Locale.ROOT);
            if (lower.endsWith("vbaproject.bin") || lower.contains("/activex/") || lower.contains("/embeddings/")) {
                throw new Refused("macros");
            }
        }
        for (String name : List.copyOf(parts.keySet())) {
            if (name.endsWith(".rels")) {
                refuseOutside(part(name).orElseThrow());
            } else if (name.endsWith(".xml")) {
                part(name);
            }
        }
        if (Words.elements(document(), "body").isEmpty()) {
            throw new Refused("notDocx");
        }
    }

    /** A link a reader may click is harmless; a picture or template fetched from elsewhere is not. */
    private static void refuseOutside(Document relations) throws Refused {
        for (Element relation : Words.elements(relations, "Relationship")) {
            if (relation.getAttribute("TargetMode").equalsIgnoreCase("External")
                    && !relation.getAttribute("Type").endsWith("/hyperlink")) {
                throw new Refused("external");
            }
        }
    }

    /** {@code word/document.xml} */
    public Document document() throws Refused {
        return part("word/document.xml").orElseThrow();
    }

    /** A part as XML; empty when there is none of that name. */
    public Optional<Document> part(String name) throws Refused {
        if (!read.containsKey(name) && parts.containsKey(name)) {
            read.put(name, parse(parts.get(name)));
        }
        return Optional.ofNullable(read.get(name));
    }

    /** A part as it is, e.g. a picture. */
    public Optional<byte[]> bytes(String name) {
        return Optional.ofNullable(parts.get(name));
    }

    /** What a relation of the main part points to, as a name of a part. */
    public Optional<String> target(String relationId) throws Refused {
        return target("document", relationId);
    }

    /** As {@link #target(String)}, of a part {@code word/<part>.xml}. */
    public Optional<String> target(String part, String relationId) throws Refused {
        Optional<Document> relations = part("word/_rels/" + part + ".xml.rels");
        if (relations.isEmpty()) {
            return Optional.empty();
        }
        return Words.elements(relations.get(), "Relationship").stream()
                .filter(r -> r.getAttribute("Id").equals(relationId))
                .map(r -> r.getAttribute("Target"))
                .map(t -> t.startsWith("/") ? t.substring(1) : "word/" + t)
                .findFirst();
    }

    /** The footer or header part that a section names for {@code default}, {@code even} or {@code first} pages. */
    public Optional<String> margin(Element section, String headerOrFooter, String type) throws Refused {
        for (Node n = section.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e
                    && headerOrFooter.concat("Reference").equals(e.getLocalName())
                    && e.getAttributeNS(W, "type").equals(type)) {
                return target(e.getAttributeNS(R, "id"));
            }
        }
        return Optional.empty();
    }

    private static Document parse(byte[] xml) throws Refused {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException | IOException e) {
            throw new Refused("notDocx", e);
        }
    }

    /** Why a file is not taken. */
    public static final class Refused extends Exception {
        private final String reason;

        Refused(String reason) {
            this(reason, null);
        }

        Refused(String reason, Throwable cause) {
            super(reason, cause);
            this.reason = reason;
        }

        /** {@code notDocx}, {@code macros}, {@code external} or {@code tooLarge} */
        public String reason() {
            return reason;
        }
    }
}
