package org.dudao.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A real mail server, and a gateway that takes JSON unless it is told to refuse. */
public class OutgoingResource implements QuarkusTestResourceLifecycleManager {
    private static final AtomicInteger REFUSALS = new AtomicInteger();
    private static final List<String> TAKEN = new CopyOnWriteArrayList<>();
    private static GreenMail mail;

    private HttpServer gateway;

    @Override
    public Map<String, String> start() {
        mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        try {
            gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        gateway.createContext("/", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean refused = body.contains("\"13900000000\"") && REFUSALS.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
            if (!refused) {
                TAKEN.add(body + " " + exchange.getRequestHeaders().getFirst("X-Dudao-Signature"));
            }
            exchange.sendResponseHeaders(refused ? 503 : 204, -1);
            exchange.close();
        });
        gateway.start();
        return Map.of(
                "dudao.mail.host", "127.0.0.1",
                "dudao.mail.port", String.valueOf(mail.getSmtp().getPort()),
                "dudao.mail.from", "dudao@example.org",
                "dudao.url", "https://dudao.example",
                "dudao.webhook.secret", "secret",
                "dudao.webhook.url", "http://127.0.0.1:" + gateway.getAddress().getPort() + "/send");
    }

    /** The gateway refuses the next messages to 13900000000. */
    public static void refuse(int times) {
        REFUSALS.set(times);
    }

    /** What the gateway took: body and signature. */
    public static List<String> taken() {
        return TAKEN;
    }

    /** Subjects and texts of the mails that reached an address. */
    public static List<String> mailTo(String address) {
        return List.of(mail.getReceivedMessages()).stream()
                .filter(m -> Mime.isTo(m, address))
                .map(Mime::text)
                .toList();
    }

    @Override
    public void stop() {
        mail.stop();
        gateway.stop(0);
    }
}
