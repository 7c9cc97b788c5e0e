package org.dudao.zone.internal.complaint;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/**
 * The sender's key and the query code (查询码) that follows from it. The key is made by the sender's browser and is kept by
 * nobody; sending again under it gives the same code. Of both only digests are stored: who can read the database can look
 * nothing up with them.
 */
final class Codes {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 16;
    private static final int GROUP = 4;

    private Codes() {}

    /** 80 bits in four groups of four, e.g. {@code 7QK2-M4ZD-09XA-TR5B}. */
    static String of(UUID key) {
        byte[] digest = digest("query:" + key);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            if (i > 0 && i % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(digest[i] & 31));
        }
        return code.toString();
    }

    static String keyHash(UUID key) {
        return HexFormat.of().formatHex(digest("key:" + key));
    }

    /** Of a code as somebody typed it: with or without dashes and blanks, O for 0, I or L for 1. */
    static String codeHash(String typed) {
        String code = typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return HexFormat.of().formatHex(digest("code:" + code));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
