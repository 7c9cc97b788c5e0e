package org.dudao.evidence.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.evidence.FileKind;

/**
 * A file with what is known of its content.
 *
 * @param factOn day of what it shows; null until somebody says
 * @param uploadedAt when the client says it was sent
 * @param receivedAt when the server had all of it; never changes
 * @param takenAt when the camera says the picture was taken; null when it does not
 * @param thumbnail blob of a small picture, or null
 * @param published blob of the picture without EXIF, or null
 * @param inUse whether it proves something now
 * @param everUsed whether it ever did; then it is never swept
 */
public record FileRow(
        UUID id,
        String sha256,
        String name,
        FileKind kind,
        String mediaType,
        long size,
        Integer width,
        Integer height,
        LocalDate factOn,
        Instant uploadedAt,
        Instant receivedAt,
        Instant takenAt,
        String uploader,
        String uploaderName,
        String regionCode,
        UUID schoolId,
        String note,
        Scan scan,
        String signature,
        String thumbnail,
        String published,
        boolean inUse,
        boolean everUsed,
        long version) {

    /** What the virus scanner says. */
    public enum Scan {
        /** none is configured */
        OFF,
        WAITING,
        CLEAN,
        INFECTED
    }

    static FileRow read(ResultSet r) throws SQLException {
        Timestamp taken = r.getTimestamp("taken_at");
        return new FileRow(
                r.getObject("id", UUID.class),
                r.getString("sha256"),
                r.getString("name"),
                FileKind.valueOf(r.getString("kind")),
                r.getString("media_type"),
                r.getLong("size"),
                (Integer) r.getObject("width"),
                (Integer) r.getObject("height"),
                r.getObject("fact_on", LocalDate.class),
                r.getTimestamp("uploaded_at").toInstant(),
                r.getTimestamp("received_at").toInstant(),
                taken == null ? null : taken.toInstant(),
                r.getString("uploader"),
                r.getString("uploader_name"),
                r.getString("region_code"),
                r.getObject("school_id", UUID.class),
                r.getString("note"),
                Scan.valueOf(r.getString("scan")),
                r.getString("signature"),
                r.getString("thumbnail"),
                r.getString("published"),
                r.getBoolean("in_use"),
                r.getBoolean("ever_used"),
                r.getLong("version"));
    }

    /** Whether its content may be given out. */
    public boolean readable() {
        return scan == Scan.OFF || scan == Scan.CLEAN;
    }
}
