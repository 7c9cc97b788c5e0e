package org.dudao.kernel.notify;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.notify.ChannelSender.Letter;
import org.dudao.kernel.time.ClockProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/**
 * Sends what waits, each at least once: a delivery is taken for five minutes, sent, and marked. A node that dies in
 * between leaves it to be taken again. What is refused is tried again after longer and longer waits, and given up after a
 * day; in quiet hours it waits for their end.
 */
@ApplicationScoped
public class Outbox {
    private static final Duration TAKEN_FOR = Duration.ofMinutes(5);
    private static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12));
    private static final int LONGEST_ERROR = 500;

    private record Taken(
            UUID id, String recipient, Channel channel, String title, String body, String link, int attempts) {}

    @Inject
    Jdbi jdbi;

    @Inject
    SettingsStore settings;

    @Inject
    Instance<ChannelSender> senders;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.url")
    String url;

    @Scheduled(every = "10s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        sendDue(clock.instant());
    }

    /** Sends everything due at a moment; returns how many went out. */
    public int sendDue(Instant now) {
        int sent = 0;
        for (ChannelSender sender : senders) {
            while (sender.configured()) {
                Optional<Taken> taken = take(sender.channel(), now);
                if (taken.isEmpty()) {
                    break;
                }
                sent += send(sender, taken.get(), now) ? 1 : 0;
            }
        }
        return sent;
    }

    public boolean configured(Channel channel) {
        return senders.stream().anyMatch(s -> s.channel() == channel && s.configured());
    }

    private Optional<Taken> take(Channel channel, Instant now) {
        return jdbi.inTransaction(
                h -> h.createQuery("update kernel.delivery d set attempts = d.attempts + 1, not_before = :lease"
                                + " from (select x.id, m.subject_type, m.subject_id from kernel.delivery x"
                                + " left join kernel.message m on m.id = x.message_id where x.state = 'WAITING' and x.channel = :channel"
                                + " and x.not_before <= :now order by x.not_before, x.id limit 1 for update of x skip locked) w"
                                + " where d.id = w.id returning d.*, w.subject_type, w.subject_id")
                        .bind("lease", Timestamp.from(now.plus(TAKEN_FOR)))
                        .bind("channel", channel.name())
                        .bind("now", Timestamp.from(now))
                        .map((r, c) -> new Taken(
                                r.getObject("id", UUID.class),
                                r.getString("recipient"),
                                channel,
                                r.getString("title"),
                                r.getString("body"),
                                url + Links.path(r.getString("subject_type"), r.getString("subject_id")),
                                r.getInt("attempts")))
                        .findOne());
    }

    private boolean send(ChannelSender sender, Taken d, Instant now) {
        Settings s = settings.of(d.recipient());
        Duration quiet = s.quietFor(now.atZone(ClockProducer.CHINA));
        String address = s.address(d.channel());
        if (!quiet.isZero()) {
            later(d, now.plus(quiet), d.attempts() - 1, null);
            return false;
        }
        if (address == null) {
            end(d, "GIVEN_UP", null, "no address");
            return false;
        }
        try {
            sender.send(new Letter(address, d.title(), d.body(), d.link()));
            end(d, "SENT", now, null);
            return true;
        } catch (IOException e) {
            String error = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            Log.warnf("Delivery %s by %s not taken (attempt %d): %s", d.id(), d.channel(), d.attempts(), error);
            if (d.attempts() > WAITS.size()) {
                end(d, "GIVEN_UP", null, error);
            } else {
                later(d, now.plus(WAITS.get(d.attempts() - 1)), d.attempts(), error);
            }
            return false;
        }
    }

    private void later(Taken d, Instant when, int attempts, String error) {
        jdbi.useTransaction(h -> h.createUpdate("update kernel.delivery set not_before = :when, attempts = :attempts,"
                        + " last_error = coalesce(:error, last_error) where id = :id")
                .bind("when", Timestamp.from(when))
                .bind("attempts", attempts)
                .bind("error", cut(error))
                .bind("id", d.id())
                .execute());
    }

    private void end(Taken d, String state, Instant sentAt, String error) {
        jdbi.useTransaction(h -> h.createUpdate(
                        "update kernel.delivery set state = :state, sent_at = :sent, last_error = :error where id = :id")
                .bind("state", state)
                .bind("sent", sentAt == null ? null : Timestamp.from(sentAt))
                .bind("error", cut(error))
                .bind("id", d.id())
                .execute());
    }

    private static String cut(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }
}
