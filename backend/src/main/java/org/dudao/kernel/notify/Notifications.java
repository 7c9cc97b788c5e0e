package org.dudao.kernel.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.notify.Channel.Mode;
import org.dudao.kernel.notify.SettingsStore.Choice;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.text.StoredMessage;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Tells people what happened. Written in the transaction of what happened: told if and only if that is committed. */
@ApplicationScoped
public class Notifications {
    @Inject
    Jdbi jdbi;

    @Inject
    SettingsStore settings;

    @Inject
    Instance<MessageKind.Source> sources;

    @Inject
    Clock clock;

    /** Every kind there is, module by module. */
    public List<MessageKind> kinds() {
        return sources.stream().flatMap(s -> s.kinds().stream()).toList();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(Telling telling) {
        MessageKind kind = kinds().stream()
                .filter(k -> k.code().equals(telling.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind " + telling.kind()));
        String text = StoredMessage.of(kind.textCode(), telling.args());
        jdbi.useHandle(h ->
                new TreeSet<>(telling.recipients()).forEach(recipient -> insert(h, kind, telling, recipient, text)));
    }

    private void insert(Handle h, MessageKind kind, Telling telling, String recipient, String text) {
        UUID id = Ids.newId();
        int told = h.createUpdate("insert into kernel.message (id, recipient, kind, text, subject_type, subject_id,"
                        + " due_on, once_key, created_at) values (:id, :recipient, :kind, :text, :type, :subject, :due, :once,"
                        + " :now) on conflict (recipient, once_key) do nothing")
                .bind("id", id)
                .bind("recipient", recipient)
                .bind("kind", kind.code())
                .bind("text", text)
                .bind("type", telling.subjectType())
                .bind("subject", telling.subjectId())
                .bind("due", telling.dueOn())
                .bind("once", telling.onceKey())
                .bind("now", Timestamp.from(clock.instant()))
                .execute();
        if (told == 0) {
            return;
        }
        Settings s = settings.of(recipient);
        Map<Choice, Mode> choices = settings.choices(recipient);
        Locale locale = locale(s);
        for (Channel channel : Channel.values()) {
            Mode mode = choices.getOrDefault(new Choice(kind.code(), channel), byDefault(kind, channel));
            boolean held = mode == Mode.DIGEST && s.digestAt() != null;
            if (s.address(channel) != null && (mode == Mode.NOW || held)) {
                enqueue(
                        h,
                        id,
                        recipient,
                        channel,
                        held ? "HELD" : "WAITING",
                        Messages.text(locale, kind.nameCode()),
                        StoredMessage.text(text, locale));
            }
        }
    }

    /** What goes out when a person has chosen nothing: the urgent by mail at once, the rest with the digest. */
    static Mode byDefault(MessageKind kind, Channel channel) {
        if (channel == Channel.WEBHOOK) {
            return Mode.OFF;
        }
        return kind.urgent() ? Mode.NOW : Mode.DIGEST;
    }

    static Locale locale(Settings s) {
        return "en".equals(s.language()) ? Locale.ENGLISH : Messages.CHINESE;
    }

    /** Puts one thing into the outbox. */
    void enqueue(Handle h, UUID message, String recipient, Channel channel, String state, String title, String body) {
        h.createUpdate(
                        "insert into kernel.delivery (id, message_id, recipient, channel, state, title, body, not_before,"
                                + " created_at) values (:id, :message, :recipient, :channel, :state, :title, :body, :now, :now)")
                .bind("id", Ids.newId())
                .bind("message", message)
                .bind("recipient", recipient)
                .bind("channel", channel.name())
                .bind("state", state)
                .bind("title", title)
                .bind("body", body)
                .bind("now", Timestamp.from(clock.instant()))
                .execute();
    }
}
