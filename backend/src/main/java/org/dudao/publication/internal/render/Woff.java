package org.dudao.publication.internal.render;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unpacks a typeface from WOFF 1.0 (W3C Recommendation, 13 December 2012): the tables of a TrueType file, each deflated by itself.
 * The kai typeface is published in no other form that a build can fetch.
 */
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEADER = 44;
    private static final int ENTRY = 20;
    private static final int SFNT_HEADER = 12;
    private static final int SFNT_ENTRY = 16;

    private record Table(int tag, int offset, int packed, int length, int checksum) {}

    private Woff() {}

    /** @throws IOException when the bytes are no such file */
    static byte[] unpack(InputStream in) throws IOException {
        ByteBuffer woff = ByteBuffer.wrap(in.readAllBytes());
        if (woff.limit() < HEADER || woff.getInt(0) != SIGNATURE) {
            throw new IOException("no WOFF file");
        }
        Table[] tables = IntStream.range(0, woff.getShort(12))
                .map(i -> HEADER + i * ENTRY)
                .mapToObj(at -> new Table(
                        woff.getInt(at),
                        woff.getInt(at + 4),
                        woff.getInt(at + 8),
                        woff.getInt(at + 12),
                        woff.getInt(at + 16)))
                .toArray(Table[]::new);
        int offset = SFNT_HEADER + tables.length * SFNT_ENTRY;
        ByteBuffer sfnt = ByteBuffer.allocate(
                offset + Arrays.stream(tables).mapToInt(t -> padded(t.length())).sum());
        int power = Integer.highestOneBit(tables.length);
        sfnt.putInt(woff.getInt(4))
                .putShort((short) tables.length)
                .putShort((short) (power * SFNT_ENTRY))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables.length - power) * SFNT_ENTRY));
        Arrays.sort(tables, Comparator.comparingInt(Table::tag));
        for (Table t : tables) {
            sfnt.putInt(t.tag()).putInt(t.checksum()).putInt(offset).putInt(t.length());
            sfnt.put(offset, inflated(woff, t));
            offset += padded(t.length());
        }
        return sfnt.array();
    }

    private static byte[] inflated(ByteBuffer woff, Table t) throws IOException {
        byte[] stored = new byte[t.packed()];
        woff.get(t.offset(), stored);
        if (t.packed() == t.length()) {
            return stored;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(stored);
            byte[] table = new byte[t.length()];
            if (inflater.inflate(table) != t.length()) {
                throw new IOException("a table of the WOFF file is cut off");
            }
            return table;
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    private static int padded(int length) {
        return (length + 3) & ~3;
    }
}
