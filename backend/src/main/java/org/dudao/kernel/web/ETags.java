package org.dudao.kernel.web;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.dudao.kernel.error.Problem;
import org.jboss.resteasy.reactive.RestResponse;

/** Optimistic locking over HTTP: the version goes out as ETag and must come back as If-Match. */
public final class ETags {
    private ETags() {}

    /** 200 with the body and its version. */
    public static <T> Response ok(T body, long version) {
        return Response.ok(body).tag(new EntityTag("" + version)).build();
    }

    /** 200 with the body and a version that is no number. */
    public static <T> RestResponse<T> tagged(T body, String version) {
        return RestResponse.ResponseBuilder.ok(body).tag(version).build();
    }

    /** 201 with the body, its place and its version. */
    public static <T> Response created(String location, T body, long version) {
        return Response.created(java.net.URI.create(location))
                .entity(body)
                .tag(new EntityTag("" + version))
                .build();
    }

    /**
     * Checks an If-Match header against the version now stored.
     *
     * @throws Problem 428 when the header is missing, 412 when it names another version
     */
    public static void requireMatch(String ifMatch, long version) {
        requireMatch(ifMatch, "" + version);
    }

    /**
     * As {@link #requireMatch(String, long)} for a version that is no number.
     *
     * @throws Problem 428 when the header is missing, 412 when it names another version
     */
    public static void requireMatch(String ifMatch, String version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Problem(428, "kernel.ifMatch.missing", List.of());
        }
        String sent = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        if (!sent.equals(version)) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }
}
