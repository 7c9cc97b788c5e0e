package org.dudao.kernel.blob;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Content on its way into a store: spooled to a file that is on disk, known by its SHA-256, and read back once. */
record Content(Path file, String sha256, long size) implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    /** @throws IOException when the disk gives back other bytes than were written */
    static Content spool(InputStream in, Path directory) throws IOException {
        Files.createDirectories(directory);
        Path file = Files.createTempFile(directory, "", ".part");
        try {
            MessageDigest digest = digest();
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                new DigestInputStream(in, digest).transferTo(out);
                channel.force(true);
            }
            String written = HexFormat.of().formatHex(digest.digest());
            try (InputStream back = Files.newInputStream(file)) {
                if (!hash(back).equals(written)) {
                    throw new IOException("the disk gives back other bytes than were written: " + file);
                }
            }
            return new Content(file, written, Files.size(file));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** SHA-256 of a stream, hexadecimal. */
    static String hash(InputStream in) throws IOException {
        MessageDigest digest = digest();
        new DigestInputStream(in, digest).transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(digest.digest());
    }

    /** A name that can only be one: no path hides in it. */
    static String name(String sha256) {
        if (!isName(sha256)) {
            throw new IllegalArgumentException("not a SHA-256: " + sha256);
        }
        return sha256;
    }

    static boolean isName(String text) {
        return text != null && NAME.matcher(text).matches();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
