package org.dudao.evidence;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Pictures as cameras and attackers make them. */
final class Exif {
    static final String CAMERA = "SecretCamera";

    private Exif() {}

    /** The picture with what a camera writes beside it: its name, how it was held, and when (Exif 2.3, big endian). */
    static byte[] into(byte[] jpeg, int orientation, String taken) {
        try {
            ByteArrayOutputStream tiff = new ByteArrayOutputStream();
            DataOutputStream t = new DataOutputStream(tiff);
            t.writeBytes("MM");
            t.writeShort(42);
            t.writeInt(8);
            int make = 8 + 2 + 3 * 12 + 4;
            int sub = make + CAMERA.length() + 1 + 1;
            t.writeShort(3);
            entry(t, 0x010F, 2, CAMERA.length() + 1, make);
            t.writeShort(0x0112);
            t.writeShort(3);
            t.writeInt(1);
            t.writeShort(orientation);
            t.writeShort(0);
            entry(t, 0x8769, 4, 1, sub);
            t.writeInt(0);
            t.writeBytes(CAMERA + "\0\0");
            t.writeShort(1);
            entry(t, 0x9003, 2, taken.length() + 1, sub + 2 + 12 + 4);
            t.writeInt(0);
            t.writeBytes(taken + "\0");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream o = new DataOutputStream(out);
            o.write(jpeg, 0, 2);
            o.writeShort(0xFFE1);
            o.writeShort(2 + 6 + tiff.size());
            o.writeBytes("Exif\0\0");
            tiff.writeTo(o);
            o.write(jpeg, 2, jpeg.length - 2);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A few bytes that claim to be a picture of any size. */
    static byte[] hugePng(int width, int height) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DataOutputStream o = new DataOutputStream(out);
            o.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
            ByteArrayOutputStream header = new ByteArrayOutputStream();
            DataOutputStream h = new DataOutputStream(header);
            h.writeBytes("IHDR");
            h.writeInt(width);
            h.writeInt(height);
            h.write(new byte[] {8, 2, 0, 0, 0});
            chunk(o, header.toByteArray());
            chunk(o, "IDAT".getBytes(StandardCharsets.US_ASCII));
            chunk(o, "IEND".getBytes(StandardCharsets.US_ASCII));
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void chunk(DataOutputStream o, byte[] typed) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(typed);
        o.writeInt(typed.length - 4);
        o.write(typed);
        o.writeInt((int) crc.getValue());
    }

    private static void entry(DataOutputStream t, int tag, int type, int count, int value) throws IOException {
        t.writeShort(tag);
        t.writeShort(type);
        t.writeInt(count);
        t.writeInt(value);
    }
}
