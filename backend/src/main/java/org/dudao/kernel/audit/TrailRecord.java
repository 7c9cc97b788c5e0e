package org.dudao.kernel.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A record of the trail as stored.
 *
 * @param actor login name, or {@code system}
 * @param actorName the person's name at the time; null for the system and for work done on behalf of someone
 * @param actorRegion region of the actor's scope at the time
 * @param source client address; null for work that no request started
 * @param detail JSON text
 * @param subjectTitle what the thing was called then; null for a record older than that, and where nobody could say
 */
record TrailRecord(
        UUID id,
        Instant at,
        String actor,
        String actorName,
        String actorRole,
        String actorRegion,
        String source,
        String action,
        String subjectType,
        String subjectId,
        String regionCode,
        String detail,
        String subjectTitle) {
    static final String COLUMNS = "a.id, a.at, a.actor, a.actor_name, a.actor_role, a.actor_region, a.source, a.action,"
            + " a.subject_type, a.subject_id, a.region_code, a.detail::text as detail,"
            + " a.subject_title";

    /**
     * What the hash covers, in an order that never changes. A title is covered where there is one, so that the records before
     * titles keep the hashes they have.
     */
    List<String> fields() {
        List<String> fields = new ArrayList<>(Arrays.asList(
                id.toString(),
                at.toString(),
                actor,
                actorName,
                actorRole,
                actorRegion,
                source,
                action,
                subjectType,
                subjectId,
                regionCode,
                detail));
        if (subjectTitle != null) {
            fields.add(subjectTitle);
        }
        return fields;
    }

    static TrailRecord read(ResultSet r) throws SQLException {
        return new TrailRecord(
                r.getObject("id", UUID.class),
                r.getTimestamp("at").toInstant(),
                r.getString("actor"),
                r.getString("actor_name"),
                r.getString("actor_role"),
                r.getString("actor_region"),
                r.getString("source"),
                r.getString("action"),
                r.getString("subject_type"),
                r.getString("subject_id"),
                r.getString("region_code"),
                r.getString("detail"),
                r.getString("subject_title"));
    }
}
