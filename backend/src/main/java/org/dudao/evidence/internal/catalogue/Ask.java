package org.dudao.evidence.internal.catalogue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One unit asked for one material.
 *
 * @param schoolId the school asked; null otherwise
 * @param regionCode the township asked; null otherwise. With neither, a department without an account was asked
 * @param answeredAt when the unit first sent something; null so far
 * @param ended why it is over; null while it is open
 */
public record Ask(
        UUID id,
        UUID catalogueId,
        String item,
        String unitName,
        UUID schoolId,
        String regionCode,
        String note,
        LocalDate dueOn,
        Instant askedAt,
        String askerName,
        Instant answeredAt,
        Instant endedAt,
        End ended,
        long version) {

    /** Why an ask is over. */
    @Schema(name = "ArchiveAskEnd")
    public enum End {
        DONE,
        WITHDRAWN
    }

    static Ask read(ResultSet r) throws SQLException {
        String ended = r.getString("ended_for");
        return new Ask(
                r.getObject("id", UUID.class),
                r.getObject("catalogue_id", UUID.class),
                r.getString("item"),
                r.getString("unit_name"),
                r.getObject("school_id", UUID.class),
                r.getString("region_code"),
                r.getString("note"),
                r.getObject("due_on", LocalDate.class),
                r.getTimestamp("asked_at").toInstant(),
                r.getString("asker_name"),
                instant(r, "answered_at"),
                instant(r, "ended_at"),
                ended == null ? null : End.valueOf(ended),
                r.getLong("version"));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        Timestamp t = r.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
