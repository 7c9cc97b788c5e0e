package org.dudao.kernel.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * One link of the chain.
 *
 * @param day day of the chain, China's calendar
 * @param seq from 1, without gaps within the day
 * @param previous hash of the link before; thirty-two zero bytes before the very first
 * @param hash SHA-256 over day, number, the hash before and every field of the record
 */
record Link(LocalDate day, long seq, byte[] previous, byte[] hash) {
    static final int HASH_BYTES = 32;

    /** The link that follows, on this day or a later one. */
    static Link after(Link last, LocalDate day, TrailRecord record) {
        byte[] previous = last == null ? new byte[HASH_BYTES] : last.hash;
        long seq = last != null && last.day.equals(day) ? last.seq + 1 : 1;
        return new Link(day, seq, previous, hash(day, seq, previous, record));
    }

    boolean covers(TrailRecord record) {
        return Arrays.equals(hash, hash(day, seq, previous, record));
    }

    boolean follows(Link last) {
        return Arrays.equals(previous, last == null ? new byte[HASH_BYTES] : last.hash);
    }

    private static byte[] hash(LocalDate day, long seq, byte[] previous, TrailRecord record) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            add(digest, day.toString());
            add(digest, Long.toString(seq));
            record.fields().forEach(field -> add(digest, field));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Length before content, so that no text can move from one field to the next unnoticed; null is not empty. */
    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
