package org.dudao.kernel.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.dudao.kernel.error.Problem;

/** Tells text that may be a table from other files, by content. */
final class TextCheck {
    private static final int SAMPLE = 8_192;
    /** Text holds no NUL at all; a stray one is named by its row, many mean that it is no text. */
    private static final int STRAY = 2;

    private static final Pattern MARKUP =
            Pattern.compile("^\\s*<(!doctype|!--|\\?xml|html|head|meta|body|table|div|script|style)");

    private TextCheck() {}

    /**
     * @throws Problem 415 for a web page or XML table and for what is no text; 422 for text with a NUL character, naming
     *     its row
     */
    static void refuseUnlessText(Path path) throws IOException {
        byte[] sample;
        try (InputStream in = Files.newInputStream(path)) {
            sample = in.readNBytes(SAMPLE);
        }
        int nuls = 0;
        for (byte b : sample) {
            nuls += b == 0 ? 1 : 0;
        }
        if (nuls > STRAY || nuls > 0 && sample[0] == 0) {
            throw new Problem(415, "kernel.sheet.unknown", List.of());
        }
        String head = new String(sample, StandardCharsets.ISO_8859_1)
                .replaceFirst("^\u00EF\u00BB\u00BF", "")
                .toLowerCase(Locale.ROOT);
        if (MARKUP.matcher(head).find()) {
            throw new Problem(415, "kernel.sheet.html", List.of());
        }
        refuseNul(path);
    }

    private static void refuseNul(Path path) throws IOException {
        int line = 1;
        byte[] buffer = new byte[1 << 16];
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == 0) {
                        throw Problem.unprocessable("kernel.sheet.nul", "file", line);
                    }
                    line += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
    }
}
