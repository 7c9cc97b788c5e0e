package org.dudao.publication.internal.gate.web;

import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A PDF the browser shows and keeps under a Chinese name. */
public final class Pdfs {
    private Pdfs() {}

    public static Response inline(String name, byte[] pdf) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(pdf, "application/pdf")
                .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded)
                .build();
    }
}
