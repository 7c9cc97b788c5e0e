package org.dudao.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.id.Ids;
import org.jdbi.v3.core.Handle;

/**
 * Drawn pictures on some findings of the demonstration county, and an archive catalogue with something in it, something
 * missing and something asked of the demonstration school.
 */
final class DemoEvidence {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String INSPECTOR = "00000000-0000-7000-8000-000000000003";
    private static final String OFFICER = "00000000-0000-7000-8000-000000000002";
    private static final String SCHOOL = "00000000-0000-7000-8000-000000000004";
    private static final int PICTURES = 10;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 960;

    private final Handle handle;
    private final Blobs blobs;
    private final Instant now;

    private record Shown(UUID finding, String region, String rule, LocalDate found, String finder) {}

    DemoEvidence(Handle handle, Blobs blobs, Instant now) {
        this.handle = handle;
        this.blobs = blobs;
        this.now = now;
    }

    void load() {
        List<Shown> shown = handle.createQuery("select id, region_code, rule, found_on, finder_name from"
                        + " rectification.finding order by state = 'CLOSED', found_on desc, id limit " + PICTURES)
                .map((r, c) -> new Shown(
                        r.getObject("id", UUID.class),
                        r.getString("region_code"),
                        r.getString("rule"),
                        r.getObject("found_on", LocalDate.class),
                        r.getString("finder_name")))
                .list();
        int n = 0;
        UUID first = null;
        for (Shown s : shown) {
            UUID file = file(picture(n++), s);
            first = first == null ? file : first;
            handle.execute("update rectification.finding set evidence = array[?] where id = ?", file, s.finding());
            proof(file, "finding", s.finding().toString(), "", INSPECTOR, s.finder());
        }
        if (first != null) {
            catalogue(first);
        }
    }

    private UUID file(byte[] picture, Shown s) {
        UUID id = Ids.newId();
        Blob blob = store(picture);
        handle.execute(
                "insert into evidence.content (sha256, size, media_type, kind, scan, next_try_at)"
                        + " values (?, ?, 'image/jpeg', 'PHOTO', 'OFF', ?) on conflict do nothing",
                blob.sha256(),
                blob.size(),
                Timestamp.from(now));
        Timestamp received =
                Timestamp.from(s.found().atTime(16, 10).atZone(CHINA).toInstant());
        handle.execute(
                "insert into evidence.file (id, sha256, name, fact_on, uploaded_at, received_at, uploader, uploader_name,"
                        + " region_code, note) values (?, ?, ?, ?, ?, ?, ?, ?, ?, '演示数据，图为绘制')",
                id,
                blob.sha256(),
                "现场照片 " + s.found() + ".jpg",
                s.found(),
                received,
                received,
                INSPECTOR,
                s.finder(),
                s.region());
        return id;
    }

    private void proof(UUID file, String type, String subject, String item, String by, String name) {
        handle.execute(
                "insert into evidence.proof (id, file_id, subject_type, subject_id, item, attached_at, attached_by,"
                        + " attacher_name) values (?, ?, ?, ?, ?, ?, ?, ?)",
                Ids.newId(),
                file,
                type,
                subject,
                item,
                Timestamp.from(now),
                by,
                name);
    }

    private void catalogue(UUID file) {
        UUID id = Ids.newId();
        LocalDate today = LocalDate.ofInstant(now, CHINA);
        String officer = nameOf(OFFICER);
        handle.execute(
                "insert into evidence.catalogue (id, template, region_code, year, document, opened_at, opened_by, opener_name)"
                        + " values (?, 'BASIC_BALANCE', ?, ?, cast(? as jsonb), ?, ?, ?)",
                id,
                DemoLoader.COUNTY,
                today.getYear(),
                shipped(),
                Timestamp.from(now),
                OFFICER,
                officer);
        proof(file, "catalogue", id.toString(), "08-3", OFFICER, officer);
        handle.execute(
                "insert into evidence.ask (id, catalogue_id, item, unit_name, school_id, due_on, asked_at, asked_by, asker_name)"
                        + " select ?, ?, '04-2', s.name, s.id, ?, ?, ?, ? from registry.account a join registry.school s"
                        + " on s.id = a.school_id where a.subject = ?",
                Ids.newId(),
                id,
                today.plusDays(10),
                Timestamp.from(now),
                OFFICER,
                officer,
                SCHOOL);
    }

    private String nameOf(String subject) {
        return handle.createQuery("select p.name from registry.account a join registry.person p on p.id = a.person_id"
                        + " where a.subject = :subject")
                .bind("subject", subject)
                .mapTo(String.class)
                .one();
    }

    private static String shipped() {
        try (InputStream in = DemoEvidence.class.getResourceAsStream("/evidence/catalogues/BASIC_BALANCE.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Blob store(byte[] picture) {
        try {
            return blobs.store(new ByteArrayInputStream(picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A corridor with things standing in it, differently each time. */
    static byte[] picture(int n) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setPaint(new GradientPaint(0, 0, new Color(0xd9e4e4), 0, HEIGHT, new Color(0x9fb4b5)));
        g.fillRect(0, 0, WIDTH, HEIGHT);
        g.setColor(new Color(0xb9a88f));
        g.fillPolygon(new int[] {0, WIDTH, 820, 460}, new int[] {HEIGHT, HEIGHT, 520, 520}, 4);
        g.setColor(new Color(0x6f8d8f));
        g.fillRect(460, 220, 360, 300);
        g.setColor(new Color(0xf3efe4));
        g.fillRect(560, 280, 160, 240);
        for (int i = 0; i <= n % 5 + 1; i++) {
            int size = 90 + (n * 37 + i * 53) % 120;
            int x = 120 + (n * 211 + i * 263) % 980;
            int y = 560 + (n * 97 + i * 131) % 240;
            g.setColor(new Color(0x7a5a3a + n * 0x050302));
            g.fillRoundRect(x, y, size, size * 3 / 4, 12, 12);
            g.setColor(new Color(0x4e3a26));
            g.drawRoundRect(x, y, size, size * 3 / 4, 12, 12);
        }
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
