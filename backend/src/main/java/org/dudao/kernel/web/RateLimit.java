package org.dudao.kernel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Locale;
import org.dudao.kernel.text.Messages;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits calls that bring no credentials, per client address. Calls with a token or session are limited by what they
 * are allowed to do. Behind a proxy the address is the forwarded one (see {@code quarkus.http.proxy.*}).
 */
@ApplicationScoped
class RateLimit {
    private static final int AFTER_HEADERS = 900;
    private static final String CODE = "kernel.http.429";

    @ConfigProperty(name = "dudao.rate-limit.anonymous-per-minute")
    int perMinute;

    @ConfigProperty(name = "dudao.rate-limit.public-writes-per-hour")
    int writesPerHour;

    private final Cache<String, Bucket> buckets = cache(Duration.ofMinutes(2));
    private final Cache<String, Bucket> writes = cache(Duration.ofHours(2));

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    var request = context.request();
                    // as the router will read it: %61pi is api
                    String path = context.normalizedPath();
                    boolean limited =
                            path.startsWith("/api/") || path.startsWith("/public/") || path.startsWith("/session/");
                    // where nobody looks at credentials they excuse nothing
                    boolean open = OpenPart.holds(context);
                    boolean credentials = !open && credentials(request);
                    boolean write = open && request.method() != HttpMethod.GET;
                    String address = request.remoteAddress().hostAddress();
                    if (!limited
                            || credentials
                            || take(buckets, (open ? "open " : "") + address, perMinute, Duration.ofMinutes(1))
                                    && (!write || take(writes, address, writesPerHour, Duration.ofHours(1)))) {
                        context.next();
                        return;
                    }
                    context.response()
                            .setStatusCode(429)
                            .putHeader("Retry-After", "60")
                            .putHeader("Content-Type", "application/problem+json")
                            .end(body(request));
                },
                AFTER_HEADERS);
    }

    /** A problem like every other, in the caller's language; no resource is reached that would write it. */
    private static String body(HttpServerRequest request) {
        return new JsonObject()
                .put("type", "about:blank")
                .put("title", "Too Many Requests")
                .put("status", 429)
                .put("code", CODE)
                .put("detail", Messages.text(language(request.getHeader("Accept-Language")), CODE))
                .put("errors", new JsonArray())
                .encode();
    }

    private static Locale language(String header) {
        if (header == null || header.isBlank()) {
            return Messages.CHINESE;
        }
        try {
            return Messages.language(Locale.LanguageRange.parse(header).stream()
                    .map(range -> Locale.forLanguageTag(range.getRange()))
                    .toList());
        } catch (IllegalArgumentException e) {
            return Messages.CHINESE;
        }
    }

    private static Cache<String, Bucket> cache(Duration forgotten) {
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(forgotten)
                .build();
    }

    private static boolean credentials(HttpServerRequest request) {
        return request.getHeader("Authorization") != null
                || request.cookies().stream().anyMatch(c -> c.getName().startsWith("q_session"));
    }

    private static boolean take(Cache<String, Bucket> from, String key, int most, Duration in) {
        return from.get(key, a -> Bucket.builder()
                        .addLimit(l -> l.capacity(most).refillGreedy(most, in))
                        .build())
                .tryConsume(1);
    }
}
