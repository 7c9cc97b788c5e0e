package org.dudao.registry.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** What happened to a school, kept for ever: registration, renaming, closure, merger, changed attributes. */
@ApplicationScoped
public class SchoolHistory {
    /** Kinds of event. */
    public enum Kind {
        REGISTERED,
        CHANGED,
        RENAMED,
        CLOSED,
        MERGED,
        /** Another school was merged into this one. */
        ABSORBED,
        REOPENED
    }

    /**
     * One event.
     *
     * @param detail what changed: attribute → [before, after], or the other school of a merger
     */
    @Schema(name = "SchoolEvent")
    public record Event(UUID id, Kind kind, LocalDate onDate, JsonNode detail, String actor, Instant at) {}

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void record(UUID schoolId, Kind kind, LocalDate onDate, Map<String, ?> detail, String actor) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into registry.school_event (id, school_id, kind, on_date, detail, actor, at)"
                                + " values (:id, :school, :kind, :date, :detail::jsonb, :actor, :at)")
                .bind("id", Ids.newId())
                .bind("school", schoolId)
                .bind("kind", kind.name())
                .bind("date", onDate)
                .bind("detail", write(detail))
                .bind("actor", actor)
                .bind("at", clock.instant())
                .execute());
    }

    /** The events of a school, newest first. The caller has checked that the school is in scope. */
    @Transactional
    public List<Event> of(UUID schoolId) {
        return jdbi.withHandle(
                h -> h.createQuery("select id, kind, on_date, detail::text, actor, at from registry.school_event"
                                + " where school_id = :school order by at desc, id desc")
                        .bind("school", schoolId)
                        .map((r, c) -> new Event(
                                r.getObject("id", UUID.class),
                                Kind.valueOf(r.getString("kind")),
                                r.getDate("on_date").toLocalDate(),
                                read(r.getString("detail")),
                                r.getString("actor"),
                                r.getTimestamp("at").toInstant()))
                        .list());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
