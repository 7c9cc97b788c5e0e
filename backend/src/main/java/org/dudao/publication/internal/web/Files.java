package org.dudao.publication.internal.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.Closeable;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.dudao.kernel.sheet.Downloads;

/** Documents as answers: shown by the browser or kept as a file, under a Chinese name. */
final class Files {
    static final String PDF = "application/pdf";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private Files() {}

    /** Writes a body. */
    interface Body {
        void to(OutputStream out) throws java.io.IOException;
    }

    static Response inline(String name, Body body, Closeable source) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(closing(body, source), PDF)
                .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded)
                .build();
    }

    static Response attachment(String name, Body body, Closeable source) {
        return Downloads.attachment(name, DOCX, closing(body, source));
    }

    private static StreamingOutput closing(Body body, Closeable source) {
        return out -> {
            try (source) {
                body.to(out);
            }
        };
    }
}
