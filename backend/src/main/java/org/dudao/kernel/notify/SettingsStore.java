package org.dudao.kernel.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.dudao.kernel.notify.Channel.Mode;
import org.jdbi.v3.core.Jdbi;

/** The tables behind what people chose. */
@ApplicationScoped
class SettingsStore {
    /** What a choice is about. */
    record Choice(String kind, Channel channel) {}

    @Inject
    Jdbi jdbi;

    Settings of(String recipient) {
        return jdbi.withHandle(h -> h.createQuery("select * from kernel.message_settings where recipient = :r")
                .bind("r", recipient)
                .map((r, c) -> read(r))
                .findOne()
                .orElse(Settings.none(recipient)));
    }

    Map<Choice, Mode> choices(String recipient) {
        Map<Choice, Mode> choices = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select kind, channel, mode from kernel.message_choice where recipient = :r")
                .bind("r", recipient)
                .map((r, c) -> Map.entry(
                        new Choice(r.getString("kind"), Channel.valueOf(r.getString("channel"))),
                        Mode.valueOf(r.getString("mode"))))
                .forEach(e -> choices.put(e.getKey(), e.getValue())));
        return choices;
    }

    /** Replaces a person's settings; empty when somebody else was faster. */
    Optional<Settings> write(Settings s, Map<Choice, Mode> choices) {
        return jdbi.withHandle(h -> {
            int written = h.createUpdate(
                            "insert into kernel.message_settings as m (recipient, email, mobile, quiet_from,"
                                    + " quiet_until, digest_at, language, version) values (:recipient, :email, :mobile, :from, :until,"
                                    + " :digest, :language, 1) on conflict (recipient) do update set email = excluded.email,"
                                    + " mobile = excluded.mobile, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,"
                                    + " digest_at = excluded.digest_at, language = excluded.language, version = m.version + 1"
                                    + " where m.version = :version")
                    .bind("recipient", s.recipient())
                    .bind("email", s.email())
                    .bind("mobile", s.mobile())
                    .bind("from", s.quietFrom())
                    .bind("until", s.quietUntil())
                    .bind("digest", s.digestAt())
                    .bind("language", s.language())
                    .bind("version", s.version())
                    .execute();
            if (written == 0) {
                return Optional.empty();
            }
            h.execute("delete from kernel.message_choice where recipient = ?", s.recipient());
            choices.forEach((choice, mode) -> h.execute(
                    "insert into kernel.message_choice (recipient, kind, channel, mode) values (?, ?, ?, ?)",
                    s.recipient(),
                    choice.kind(),
                    choice.channel().name(),
                    mode.name()));
            return Optional.of(of(s.recipient()));
        });
    }

    static Settings read(ResultSet r) throws SQLException {
        return new Settings(
                r.getString("recipient"),
                r.getString("email"),
                r.getString("mobile"),
                r.getObject("quiet_from", LocalTime.class),
                r.getObject("quiet_until", LocalTime.class),
                r.getObject("digest_at", LocalTime.class),
                r.getString("language"),
                r.getLong("version"));
    }
}
