package org.dudao.publication.internal.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/**
 * Lets a PDF's text be searched and copied. A typeface draws 民 and the radical ⺠ with one glyph, and the text behind the page
 * then holds the radical; here the table of each font says the ideograph again.
 */
final class ReadableText {
    private static final int FIRST_RADICAL = 0x2E80;
    private static final int LAST_RADICAL = 0x2FDF;
    private static final int FIRST_IDEOGRAPH = 0x3400;
    private static final int BLOCK = 100;
    private static final Pattern SECTION = Pattern.compile("begin(bfchar|bfrange)\\s(.*?)end\\1", Pattern.DOTALL);
    private static final Pattern HEX = Pattern.compile("<([0-9A-Fa-f]+)>");
    private static final COSName TO_UNICODE = COSName.TO_UNICODE;

    private ReadableText() {}

    /** Radicals that a typeface draws as an ideograph, and which. */
    static Map<Integer, Integer> radicals(CmapLookup typeface) {
        Map<Integer, Integer> found = new HashMap<>();
        for (int radical = FIRST_RADICAL; radical <= LAST_RADICAL; radical++) {
            int glyph = typeface.getGlyphId(radical);
            List<Integer> codes = glyph == 0 ? null : typeface.getCharCodes(glyph);
            for (int code : codes == null ? List.<Integer>of() : codes) {
                if (code >= FIRST_IDEOGRAPH) {
                    found.putIfAbsent(radical, code);
                }
            }
        }
        return found;
    }

    static byte[] in(byte[] pdf, Map<Integer, Integer> radicals) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Set<COSBase> done = new HashSet<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    COSDictionary font = page.getResources().getFont(name).getCOSObject();
                    if (font.getDictionaryObject(TO_UNICODE) instanceof COSStream table && done.add(table)) {
                        rewrite(table, radicals);
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void rewrite(COSStream table, Map<Integer, Integer> radicals) throws IOException {
        String cmap;
        try (InputStream in = table.createInputStream()) {
            cmap = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
        }
        TreeMap<Integer, String> letters = new TreeMap<>();
        Matcher section = SECTION.matcher(cmap);
        int start = -1;
        int end = -1;
        while (section.find()) {
            start = start < 0 ? cmap.lastIndexOf('\n', section.start()) + 1 : start;
            end = section.end();
            read(section.group(2), section.group(1).equals("bfchar") ? 2 : 3, letters, radicals);
        }
        if (start < 0) {
            return;
        }
        String written = cmap.substring(0, start) + write(letters) + cmap.substring(end);
        try (var out = table.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(written.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static void read(
            String section, int columns, Map<Integer, String> letters, Map<Integer, Integer> radicals) {
        List<String> values =
                HEX.matcher(section).results().map(m -> m.group(1)).toList();
        for (int i = 0; i + columns <= values.size(); i += columns) {
            int first = Integer.parseInt(values.get(i), 16);
            int last = Integer.parseInt(values.get(i + columns - 2), 16);
            String target = values.get(i + columns - 1);
            for (int glyph = first; glyph <= last; glyph++) {
                letters.put(glyph, letter(target, glyph - first, radicals));
            }
        }
    }

    /** The nth letter of a range; one beyond the first plane is written as two. */
    private static String letter(String target, int nth, Map<Integer, Integer> radicals) {
        StringBuilder units = new StringBuilder();
        for (int i = 0; i + 4 <= target.length(); i += 4) {
            units.append((char) Integer.parseInt(target.substring(i, i + 4), 16));
        }
        if (units.codePointCount(0, units.length()) != 1) {
            return target;
        }
        int code = units.codePointAt(0) + nth;
        StringBuilder hex = new StringBuilder();
        for (char c : Character.toChars(radicals.getOrDefault(code, code))) {
            hex.append("%04X".formatted((int) c));
        }
        return hex.toString();
    }

    private static String write(TreeMap<Integer, String> letters) {
        StringBuilder out = new StringBuilder();
        List<Map.Entry<Integer, String>> all = List.copyOf(letters.entrySet());
        for (int from = 0; from < all.size(); from += BLOCK) {
            List<Map.Entry<Integer, String>> block = all.subList(from, Math.min(from + BLOCK, all.size()));
            out.append(block.size()).append(" beginbfchar\n");
            block.forEach(e -> out.append("<%04X> <%s>%n".formatted(e.getKey(), e.getValue())));
            out.append("endbfchar\n");
        }
        return out.toString();
    }
}
