package org.dudao.kernel.notify;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.StoredMessage;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** A person's own list of messages and what became of their deliveries. */
@ApplicationScoped
class MessageStore {
    private static final int RECENT = 50;

    /**
     * A message in the list.
     *
     * @param text what is said, in the reader's language
     * @param dueOn last day to do what is asked; null when nothing is
     * @param readAt null while unread
     */
    @Schema(name = "Message")
    public record Message(
            UUID id,
            String kind,
            @JsonSerialize(using = StoredMessage.InReadersLanguage.class) String text,
            String subjectType,
            String subjectId,
            LocalDate dueOn,
            Instant createdAt,
            Instant readAt) {}

    /** How far a delivery is. */
    @Schema(name = "DeliveryState")
    public enum State {
        /** kept for the digest */
        HELD,
        /** went into a digest */
        GATHERED,
        WAITING,
        SENT,
        /** refused for a day, or no address any more */
        GIVEN_UP
    }

    /**
     * One thing on its way out.
     *
     * @param lastError why it was not taken, in the words of the other side; null when it was
     */
    @Schema(name = "Delivery")
    public record Delivery(
            UUID id,
            Channel channel,
            State state,
            String title,
            String body,
            Instant createdAt,
            Instant notBefore,
            int attempts,
            String lastError,
            Instant sentAt) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Transactional
    Page<Message> page(String recipient, boolean unread, PageRequest request) {
        Where where = new Where().and("recipient = :recipient", "recipient", recipient);
        if (unread) {
            where.and("read_at is null");
        }
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery("select * from kernel.message" + where.sql()
                                + " order by created_at desc, id desc limit :limit offset :offset")
                        .bindMap(where.bindings())
                        .bind("limit", request.size)
                        .bind("offset", request.offset())
                        .map((r, c) -> read(r))
                        .list(),
                request.page,
                request.size,
                h.createQuery("select count(*) from kernel.message" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    @Transactional
    long unread(String recipient) {
        return jdbi.withHandle(
                h -> h.createQuery("select count(*) from kernel.message where recipient = ? and read_at is null")
                        .bind(0, recipient)
                        .mapTo(long.class)
                        .one());
    }

    @Transactional
    void markRead(String recipient, UUID id) {
        int found = jdbi.withHandle(h -> h.execute(
                "update kernel.message set read_at = coalesce(read_at, ?) where recipient = ? and id = ?",
                Timestamp.from(clock.instant()),
                recipient,
                id));
        if (found == 0) {
            throw Problem.notFound("kernel.message.notFound", id);
        }
    }

    @Transactional
    void markAllRead(String recipient) {
        jdbi.useHandle(h -> h.execute(
                "update kernel.message set read_at = ? where recipient = ? and read_at is null",
                Timestamp.from(clock.instant()),
                recipient));
    }

    @Transactional
    List<Delivery> deliveries(String recipient) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from kernel.delivery where recipient = :r order by created_at desc, id desc limit :n")
                .bind("r", recipient)
                .bind("n", RECENT)
                .map((r, c) -> new Delivery(
                        r.getObject("id", UUID.class),
                        Channel.valueOf(r.getString("channel")),
                        State.valueOf(r.getString("state")),
                        r.getString("title"),
                        r.getString("body"),
                        r.getTimestamp("created_at").toInstant(),
                        r.getTimestamp("not_before").toInstant(),
                        r.getInt("attempts"),
                        r.getString("last_error"),
                        instant(r.getTimestamp("sent_at"))))
                .list());
    }

    /** Gives a delivery that was given up, or waits long, another try now. */
    @Transactional
    void retry(String recipient, UUID id) {
        int found = jdbi.withHandle(h -> h.execute(
                "update kernel.delivery set state = 'WAITING', attempts = 0, not_before = ? where recipient = ? and id = ?"
                        + " and state in ('WAITING', 'GIVEN_UP')",
                Timestamp.from(clock.instant()),
                recipient,
                id));
        if (found == 0) {
            throw Problem.notFound("kernel.delivery.notFound", id);
        }
    }

    /** What was held for a digest that will not come any more goes out by itself. */
    void releaseHeld(String recipient) {
        jdbi.useHandle(h -> h.execute(
                "update kernel.delivery set state = 'WAITING' where recipient = ? and state = 'HELD'", recipient));
    }

    private static Message read(ResultSet r) throws SQLException {
        return new Message(
                r.getObject("id", UUID.class),
                r.getString("kind"),
                r.getString("text"),
                r.getString("subject_type"),
                r.getString("subject_id"),
                r.getObject("due_on", LocalDate.class),
                r.getTimestamp("created_at").toInstant(),
                instant(r.getTimestamp("read_at")));
    }

    private static Instant instant(Timestamp t) {
        return t == null ? null : t.toInstant();
    }
}
