package org.dudao.evidence.internal;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks clamd whether content is infected: its INSTREAM command (clamd(8)), one connection for each question. */
final class Clamd {
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");
    private static final int CHUNK = 1 << 16;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;
    private final InetSocketAddress address;

    /** @param address {@code host:port} */
    Clamd(String address) {
        int colon = address.lastIndexOf(':');
        this.address = new InetSocketAddress(
                address.substring(0, colon),
                Integer.parseInt(address.substring(colon + 1).strip()));
    }

    /**
     * @return the name of what infects the content; null when it is clean
     * @throws IOException when clamd cannot be reached or does not say either: then nothing is known
     */
    String scan(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read > 0; read = content.read(chunk)) {
                out.writeInt(read);
                out.write(chunk, 0, read);
            }
            out.writeInt(0);
            out.flush();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\0", "")
                    .strip();
            if (answer.equals("stream: OK")) {
                return null;
            }
            Matcher found = FOUND.matcher(answer);
            if (found.matches()) {
                return found.group(1);
            }
            throw new IOException("clamd says: " + answer);
        }
    }
}
