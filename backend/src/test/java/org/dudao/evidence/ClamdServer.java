package org.dudao.evidence;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Speaks clamd's INSTREAM over TCP and finds one signature. */
public class ClamdServer implements QuarkusTestResourceLifecycleManager {
    static final String SIGNATURE = "A-HARMLESS-SIGNATURE-OF-THIS-TEST";
    static volatile boolean answering = true;
    static volatile int refused;
    private ServerSocket server;

    @Override
    public Map<String, String> start() {
        try {
            server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "clamd");
        thread.setDaemon(true);
        thread.start();
        return Map.of("dudao.evidence.clamd", "127.0.0.1:" + server.getLocalPort());
    }

    private void serve() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                if (answering) {
                    answer(socket);
                } else {
                    refused++;
                }
            } catch (IOException e) {
                // the next one may come
            }
        }
    }

    private static void answer(Socket socket) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        if (!"zINSTREAM\0".equals(new String(command, StandardCharsets.US_ASCII))) {
            socket.getOutputStream().write("UNKNOWN COMMAND\0".getBytes(StandardCharsets.US_ASCII));
            return;
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        boolean found = content.toString(StandardCharsets.ISO_8859_1).contains(SIGNATURE);
        socket.getOutputStream()
                .write((found ? "stream: Test.Signature FOUND\0" : "stream: OK\0").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
