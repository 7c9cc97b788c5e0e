package org.dudao.publication.internal.render;

import com.openhtmltopdf.extend.FSSupplier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** One typeface a PDF can be set in. What it can draw is read from its file when it is first asked. */
final class Face {
    private static final String PLACE = "/org/dudao/fonts/";

    private final String family;
    private final FSSupplier<InputStream> file;
    private CmapLookup letters;

    private Face(String family, FSSupplier<InputStream> file) {
        this.family = family;
        this.file = file;
    }

    /** One that comes with the software. */
    static Face shipped(String family, String file) {
        return new Face(family, resource(file));
    }

    /** One an office put there. */
    static Face of(String family, Path file) {
        return new Face(family, () -> {
            try {
                return Files.newInputStream(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    static FSSupplier<InputStream> resource(String file) {
        return () -> {
            InputStream in = Face.class.getResourceAsStream(PLACE + file);
            if (in == null) {
                throw new IllegalStateException("font " + file + " is not packed: build the frontend module");
            }
            if (!file.endsWith(".woff")) {
                return in;
            }
            try (in) {
                return new ByteArrayInputStream(Woff.unpack(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    String family() {
        return family;
    }

    FSSupplier<InputStream> file() {
        return file;
    }

    boolean draws(int codePoint) {
        return letters().getGlyphId(codePoint) != 0;
    }

    /** Which glyph draws which character. */
    synchronized CmapLookup letters() {
        if (letters == null) {
            try (InputStream in = file.supply();
                    TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in))) {
                letters = font.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return letters;
    }
}
