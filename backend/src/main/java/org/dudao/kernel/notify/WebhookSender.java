package org.dudao.kernel.notify;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dudao.kernel.json.Documents;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A robot of WeChat Work ({@code wecom}) or DingTalk ({@code dingtalk}, signed when a secret is set), or any gateway that
 * takes JSON ({@code json}: to, title, text, link; signed as {@code X-Dudao-Signature: sha256=…}). The address is the
 * operator's alone; nobody can make the server call another.
 */
@ApplicationScoped
class WebhookSender implements ChannelSender {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int REDIRECTS = 300;

    @ConfigProperty(name = "dudao.webhook.url")
    Optional<String> url;

    @ConfigProperty(name = "dudao.webhook.format", defaultValue = "json")
    String format;

    @ConfigProperty(name = "dudao.webhook.secret")
    Optional<String> secret;

    @Inject
    Clock clock;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(PATIENCE)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean configured() {
        return url.filter(u -> !u.isBlank()).isPresent();
    }

    @Override
    public void send(Letter letter) throws IOException {
        String body = Documents.write(body(letter));
        HttpRequest.Builder request = HttpRequest.newBuilder(address())
                .timeout(PATIENCE)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if ("json".equals(format) && secret.isPresent()) {
            request.header("X-Dudao-Signature", "sha256=" + HexFormat.of().formatHex(hmac(body)));
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() < OK || answer.statusCode() >= REDIRECTS) {
                throw new IOException("HTTP " + answer.statusCode());
            }
            requireTaken(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private Map<String, Object> body(Letter letter) {
        String text = letter.title() + "\n" + letter.body() + "\n" + letter.link();
        List<String> to = List.of(letter.address());
        return switch (format) {
            case "wecom" -> Map.of("msgtype", "text", "text", Map.of("content", text, "mentioned_mobile_list", to));
            case "dingtalk" ->
                Map.of("msgtype", "text", "text", Map.of("content", text), "at", Map.of("atMobiles", to));
            default ->
                Map.of("to", letter.address(), "title", letter.title(), "text", letter.body(), "link", letter.link());
        };
    }

    private URI address() {
        if (!"dingtalk".equals(format) || secret.isEmpty()) {
            return URI.create(url.orElseThrow());
        }
        long now = clock.millis();
        String sign = Base64.getEncoder().encodeToString(hmac(now + "\n" + secret.get()));
        return URI.create(
                url.orElseThrow() + "&timestamp=" + now + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8));
    }

    /** Both robots answer 200 to what they refuse, with the reason inside. */
    private void requireTaken(String answer) throws IOException {
        if ("json".equals(format)) {
            return;
        }
        JsonNode told = Documents.read(answer, JsonNode.class);
        if (told.path("errcode").asInt(-1) != 0) {
            throw new IOException(told.path("errmsg").asText("errcode " + told.path("errcode")));
        }
    }

    private byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.orElseThrow().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
