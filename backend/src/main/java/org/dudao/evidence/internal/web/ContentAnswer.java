package org.dudao.evidence.internal.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.evidence.internal.MediaTypes;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.error.Problem;

/** Content over HTTP: whole or one range of it (RFC 9110 §14), known by its SHA-256. */
final class ContentAnswer {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");
    private static final int NOT_SATISFIABLE = 416;

    private ContentAnswer() {}

    /** First and last byte. */
    record Span(long from, long to) {
        long length() {
            return to - from + 1;
        }
    }

    /**
     * @param name file name to save it under; empty to show it in place without one
     * @param saved whether the browser is to save it even if it could show it
     */
    static Response of(
            Blobs blobs, String sha256, String mediaType, String name, boolean saved, String range, String ifNoneMatch)
            throws IOException {
        EntityTag tag = new EntityTag(sha256);
        if (ifNoneMatch != null && ifNoneMatch.contains(sha256)) {
            return Response.notModified(tag).build();
        }
        Blob blob = blobs.find(sha256).orElseThrow(() -> Problem.notFound("evidence.file.contentGone"));
        Span span = span(range, blob.size());
        boolean inline = !saved && MediaTypes.inline(mediaType);
        String disposition = inline ? "inline" : "attachment";
        if (!name.isEmpty()) {
            disposition += "; filename*=UTF-8''"
                    + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        }
        Response.ResponseBuilder answer = Response.ok(stream(blobs, sha256, span), mediaType)
                .tag(tag)
                .header("Content-Disposition", disposition)
                .header("Content-Length", span.length())
                .header("Accept-Ranges", "bytes")
                // nothing a file holds may act as a page of this origin
                .header("Content-Security-Policy", "default-src 'none'; sandbox");
        if (range != null && span.length() < blob.size()) {
            answer.status(Response.Status.PARTIAL_CONTENT)
                    .header("Content-Range", "bytes " + span.from() + "-" + span.to() + "/" + blob.size());
        }
        return answer.build();
    }

    /** The range asked for; several ranges or none that can be read mean all of it. */
    static Span span(String range, long size) {
        Matcher m = RANGE.matcher(range == null ? "" : range.strip());
        if (!m.matches() || m.group(1).isEmpty() && m.group(2).isEmpty()) {
            return new Span(0, size - 1);
        }
        if (m.group(1).isEmpty()) {
            long last = Math.min(size, Long.parseLong(m.group(2)));
            return last == 0 ? unsatisfiable() : new Span(size - last, size - 1);
        }
        long from = Long.parseLong(m.group(1));
        long to = m.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(m.group(2)));
        return from >= size || to < from ? unsatisfiable() : new Span(from, to);
    }

    private static Span unsatisfiable() {
        throw new Problem(NOT_SATISFIABLE, "evidence.file.range", List.of());
    }

    private static StreamingOutput stream(Blobs blobs, String sha256, Span span) {
        return out -> {
            try (InputStream in = blobs.open(sha256, span.from())) {
                copy(in, out, span.length());
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new IOException("content ended early");
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
