package org.dudao.kernel.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.dudao.kernel.notify.ChannelSender.Letter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the robots get, over a real connection. */
class WebhookSenderTest {
    private static final Letter LETTER = new Letter("13800000000", "整改待签收", "请签收", "https://dudao.example/go/notice/1");

    private final AtomicReference<String> asked = new AtomicReference<>();
    private final AtomicReference<String> body = new AtomicReference<>();
    private String answer = "{\"errcode\":0,\"errmsg\":\"ok\"}";
    private HttpServer server;

    @BeforeEach
    void aRobot() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.set(exchange.getRequestURI().toString());
            body.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void away() {
        server.stop(0);
    }

    @Test
    void wechat_work_is_told_whom_to_mention() throws IOException {
        sender("wecom", null).send(LETTER);
        assertEquals("/send?key=k", asked.get());
        assertTrue(body.get().contains("\"mentioned_mobile_list\":[\"13800000000\"]"), body.get());
        assertTrue(body.get().contains("整改待签收\\n请签收\\nhttps://dudao.example/go/notice/1"), body.get());
    }

    @Test
    void dingtalk_is_signed_with_time_and_secret() throws IOException {
        sender("dingtalk", "SEC123").send(LETTER);
        assertEquals(
                "/send?key=k&timestamp=1700000000000&sign=lkcPI1uoxBY1gUnCnnPH1Kkru0Hqjo7rFpA3haIVhEQ%3D", asked.get());
        assertTrue(body.get().contains("\"atMobiles\":[\"13800000000\"]"), body.get());
    }

    @Test
    void a_refusal_inside_a_success_is_a_refusal() {
        answer = "{\"errcode\":310000,\"errmsg\":\"sign not match\"}";
        IOException refused = assertThrows(
                IOException.class, () -> sender("dingtalk", "SEC123").send(LETTER));
        assertEquals("sign not match", refused.getMessage());
    }

    private WebhookSender sender(String format, String secret) {
        WebhookSender sender = new WebhookSender();
        sender.url = Optional.of("http://127.0.0.1:" + server.getAddress().getPort() + "/send?key=k");
        sender.format = format;
        sender.secret = Optional.ofNullable(secret);
        sender.clock = Clock.fixed(Instant.ofEpochMilli(1_700_000_000_000L), ZoneOffset.UTC);
        return sender;
    }
}
