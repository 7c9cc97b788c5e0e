package org.dudao.demo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.id.Ids;
import org.jdbi.v3.core.Handle;

/** Drawn portraits of the demonstration county's inspectors; one in five has not handed in a photo. */
final class DemoPortraits {
    private static final String OFFICER = "00000000-0000-7000-8000-000000000002";
    private static final String OFFICER_NAME = "周知夏";
    private static final int WIDTH = 480;
    private static final int HEIGHT = 640;
    private static final Color[] COATS = {
        new Color(0x2F4858), new Color(0x5A3E36), new Color(0x33658A), new Color(0x4A5759), new Color(0x6B4E71)
    };

    private final Handle handle;
    private final Blobs blobs;
    private final Instant now;

    DemoPortraits(Handle handle, Blobs blobs, Instant now) {
        this.handle = handle;
        this.blobs = blobs;
        this.now = now;
    }

    void load() {
        List<UUID> people = handle.createQuery("select id from zone.inspector order by name, id")
                .mapTo(UUID.class)
                .list();
        for (int n = 0; n < people.size(); n++) {
            if (n % 5 != 4) {
                hand(people.get(n), n);
            }
        }
    }

    private void hand(UUID inspector, int n) {
        UUID file = Ids.newId();
        Blob blob = store(draw(n));
        Timestamp at = Timestamp.from(now);
        handle.execute(
                "insert into evidence.content (sha256, size, media_type, kind, scan, next_try_at)"
                        + " values (?, ?, 'image/jpeg', 'PHOTO', 'OFF', ?) on conflict do nothing",
                blob.sha256(),
                blob.size(),
                at);
        handle.execute(
                "insert into evidence.file (id, sha256, name, uploaded_at, received_at, uploader, uploader_name, region_code,"
                        + " note) values (?, ?, '证件照.jpg', ?, ?, ?, ?, ?, '演示数据，图为绘制')",
                file,
                blob.sha256(),
                at,
                at,
                OFFICER,
                OFFICER_NAME,
                DemoLoader.COUNTY);
        handle.execute(
                "insert into evidence.proof (id, file_id, subject_type, subject_id, item, attached_at, attached_by,"
                        + " attacher_name) values (?, ?, 'inspector', ?, 'photo', ?, ?, ?)",
                Ids.newId(),
                file,
                inspector.toString(),
                at,
                OFFICER,
                OFFICER_NAME);
        handle.execute("update zone.inspector set photo = ? where id = ?", file, inspector);
    }

    private Blob store(byte[] picture) {
        try {
            return blobs.store(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] draw(int n) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0xDDE7EE));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(COATS[n % COATS.length]);
        g.fillRoundRect(50, 430, 380, 330, 180, 180);
        g.setColor(Color.WHITE);
        g.fillPolygon(new int[] {190, 290, 240}, new int[] {430, 430, 520}, 3);
        g.setColor(new Color(0xE7C3A4));
        g.fillRect(205, 370, 70, 80);
        g.fillOval(150, 150, 180, 260);
        g.setColor(new Color(0x2B2522));
        g.fillArc(140, 120, 200, 60 * (3 + n % 3), 0, 180);
        if (n % 2 == 1) {
            g.fillRoundRect(136, 200, 30, 190, 30, 30);
            g.fillRoundRect(314, 200, 30, 190, 30, 30);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // drawn alike they would be one content
        byte[] mark = ("portrait " + n).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        out.write(mark, 0, mark.length);
        return out.toByteArray();
    }
}
