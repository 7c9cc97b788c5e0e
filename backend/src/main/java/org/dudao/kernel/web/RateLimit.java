package org.dudao.kernel.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Limits calls that bring no credentials, per client address. Calls with a token or session are limited by what they
 * are allowed to do. Behind a proxy the address is the forwarded one (see {@code quarkus.http.proxy.*}).
 */
@ApplicationScoped
class RateLimit {
    private static final int AFTER_HEADERS = 900;
    private static final String BODY = "{\"type\":\"about:blank\",\"title\":\"Too Many Requests\",\"status\":429,"
            + "\"code\":\"kernel.http.429\",\"detail\":\"请求过于频繁，请一分钟后再试。 Too many requests; try again in a minute.\",\"errors\":[]}";

    @ConfigProperty(name = "dudao.rate-limit.anonymous-per-minute")
    int perMinute;

    private final Cache<String, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(2))
            .build();

    void register(@Observes Filters filters) {
        filters.register(
                context -> {
                    var request = context.request();
                    boolean limited = request.path().startsWith("/api/")
                            || request.path().startsWith("/public/")
                            || request.path().startsWith("/session/");
                    boolean credentials = request.getHeader("Authorization") != null
                            || request.cookies().stream()
                                    .anyMatch(c -> c.getName().startsWith("q_session"));
                    if (!limited || credentials || take(request.remoteAddress().hostAddress())) {
                        context.next();
                        return;
                    }
                    context.response()
                            .setStatusCode(429)
                            .putHeader("Retry-After", "60")
                            .putHeader("Content-Type", "application/problem+json")
                            .end(BODY);
                },
                AFTER_HEADERS);
    }

    private boolean take(String address) {
        return buckets.get(address, a -> Bucket.builder()
                        .addLimit(l -> l.capacity(perMinute).refillGreedy(perMinute, Duration.ofMinutes(1)))
                        .build())
                .tryConsume(1);
    }
}
