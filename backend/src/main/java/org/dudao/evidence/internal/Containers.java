package org.dudao.evidence.internal;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Files whose own structure says how long they are: ISO base media (ISO/IEC 14496-12), TIFF 6.0, MPEG audio (ISO/IEC 11172-3). */
final class Containers {
    private static final int[] MPEG1_KBITS = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] MPEG2_KBITS = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] HERTZ = {44100, 48000, 32000};
    private static final int SEARCHED = 64 * 1024;

    private Containers() {}

    /** A HEIC picture: what it holds is described. */
    static boolean picture(MediaTypes.Source source, long size) throws IOException {
        Set<String> boxes = boxes(source, size);
        return boxes.contains("meta") || boxes.contains("moov") && boxes.contains("mdat");
    }

    /** A film or a recording: it is described, and its frames are there. */
    static boolean film(MediaTypes.Source source, long size) throws IOException {
        Set<String> boxes = boxes(source, size);
        return boxes.contains("moov") && boxes.contains("mdat");
    }

    /** Outermost boxes that are there to their end; none when one is not. What follows them and is no box is left alone. */
    private static Set<String> boxes(MediaTypes.Source source, long size) throws IOException {
        Set<String> seen = new HashSet<>();
        try (DataInputStream in = new DataInputStream(source.open())) {
            long at = 0;
            while (size - at >= 8) {
                long length = Integer.toUnsignedLong(in.readInt());
                String type = new String(in.readNBytes(4), StandardCharsets.ISO_8859_1);
                int head = 8;
                if (!type.matches("[ -~]{4}")) {
                    break;
                }
                if (length == 1) {
                    length = in.readLong();
                    head = 16;
                } else if (length == 0) {
                    length = size - at;
                }
                if (length < head || length > size - at) {
                    return Set.of();
                }
                seen.add(type);
                in.skipNBytes(length - head);
                at += length;
            }
        } catch (EOFException e) {
            return Set.of();
        }
        return seen;
    }

    /** A scan in TIFF: its first page's directory and all that page's strips or tiles lie within the file. */
    static boolean tiff(MediaTypes.Source source, long size) throws IOException {
        return Whole.onDisk(source, copy -> {
            try (RandomAccessFile in = new RandomAccessFile(copy, "r")) {
                ByteBuffer head = read(in, 0, 8, ByteOrder.BIG_ENDIAN);
                ByteOrder order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
                head.order(order);
                if (head.getShort(2) != 42) {
                    return true; // BigTIFF
                }
                long directory = Integer.toUnsignedLong(head.getInt(4));
                int entries = Short.toUnsignedInt(read(in, directory, 2, order).getShort());
                long[] starts = {};
                long[] lengths = {};
                ByteBuffer all = read(in, directory + 2, entries * 12, order);
                for (int i = 0; i < entries; i++) {
                    ByteBuffer entry = all.slice(i * 12, 12).order(order);
                    int tag = Short.toUnsignedInt(entry.getShort(0));
                    if (tag == 273 || tag == 324) {
                        starts = numbers(in, entry);
                    } else if (tag == 279 || tag == 325) {
                        lengths = numbers(in, entry);
                    }
                }
                for (int i = 0; i < starts.length; i++) {
                    if (starts[i] + (i < lengths.length ? lengths[i] : 1) > size) {
                        return false;
                    }
                }
                return starts.length > 0;
            } catch (EOFException e) {
                return false;
            }
        });
    }

    /** The values of an entry: within it when they fit, else where it points to. */
    private static long[] numbers(RandomAccessFile in, ByteBuffer entry) throws IOException {
        int width = entry.getShort(2) == 3 ? 2 : 4;
        long count = Integer.toUnsignedLong(entry.getInt(4));
        if (count * width > in.length()) {
            throw new EOFException();
        }
        ByteBuffer values = count * width <= 4
                ? entry.slice(8, 4).order(entry.order())
                : read(in, Integer.toUnsignedLong(entry.getInt(8)), (int) count * width, entry.order());
        long[] numbers = new long[(int) count];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = width == 2
                    ? Short.toUnsignedInt(values.getShort(i * 2))
                    : Integer.toUnsignedLong(values.getInt(i * 4));
        }
        return numbers;
    }

    private static ByteBuffer read(RandomAccessFile in, long at, int length, ByteOrder order) throws IOException {
        if (at + length > in.length()) {
            throw new EOFException();
        }
        byte[] bytes = new byte[length];
        in.seek(at);
        in.readFully(bytes);
        return ByteBuffer.wrap(bytes).order(order);
    }

    /** A recording in MP3: behind what is said about it two frames follow one another. */
    static boolean mp3(MediaTypes.Source source) throws IOException {
        byte[] sound;
        try (InputStream in = source.open()) {
            byte[] head = in.readNBytes(10);
            if (head.length == 10 && head[0] == 'I' && head[1] == 'D' && head[2] == '3') {
                in.skipNBytes(head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]);
                sound = in.readNBytes(SEARCHED);
            } else {
                sound = new java.io.SequenceInputStream(new ByteArrayInputStream(head), in).readNBytes(SEARCHED);
            }
        } catch (EOFException e) {
            return false;
        }
        for (int at = 0; at + 4 <= sound.length; at++) {
            int length = frame(sound, at);
            if (length > 0 && at + length + 4 <= sound.length && frame(sound, at + length) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Bytes of the layer III frame that begins here; 0 when none does. */
    private static int frame(byte[] b, int at) {
        int version = b[at + 1] >> 3 & 3;
        int kbits = b[at + 2] >> 4 & 15;
        int rate = b[at + 2] >> 2 & 3;
        boolean begins = b[at] == (byte) 0xff && (b[at + 1] & 0xe6) == 0xe2;
        if (!begins || version == 1 || kbits == 0 || kbits == 15 || rate == 3) {
            return 0;
        }
        boolean first = version == 3;
        int hertz = HERTZ[rate] / (first ? 1 : version == 2 ? 2 : 4);
        int padding = b[at + 2] >> 1 & 1;
        return (first ? 144000 * MPEG1_KBITS[kbits] : 72000 * MPEG2_KBITS[kbits]) / hertz + padding;
    }
}
