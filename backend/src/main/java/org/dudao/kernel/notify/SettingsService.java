package org.dudao.kernel.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.notify.Channel.Mode;
import org.dudao.kernel.notify.SettingsStore.Choice;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.web.ETags;
import org.jdbi.v3.core.Jdbi;

/** A person chooses how to be told. */
@ApplicationScoped
class SettingsService {
    @Inject
    SettingsStore store;

    @Inject
    Notifications notifications;

    @Inject
    MessageStore messages;

    @Inject
    Outbox outbox;

    @Inject
    Audit audit;

    @Inject
    Jdbi jdbi;

    @Transactional
    SettingsView get(Account by, Locale locale) {
        Settings s = store.of(by.subject());
        Map<Choice, Mode> choices = store.choices(by.subject());
        List<SettingsView.Kind> kinds = notifications.kinds().stream()
                .map(k -> new SettingsView.Kind(
                        k.code(),
                        Messages.text(locale, k.nameCode()),
                        k.urgent(),
                        mode(choices, k, Channel.EMAIL),
                        mode(choices, k, Channel.WEBHOOK)))
                .toList();
        return new SettingsView(
                s.email(),
                s.mobile(),
                s.quietFrom(),
                s.quietUntil(),
                s.digestAt(),
                s.language(),
                Arrays.stream(Channel.values()).filter(outbox::configured).toList(),
                kinds,
                s.version());
    }

    @Transactional
    void change(String ifMatch, SettingsRequest request, Account by) {
        Settings before = store.of(by.subject());
        ETags.requireMatch(ifMatch, before.version());
        if ((request.quietFrom() == null) != (request.quietUntil() == null)) {
            throw Problem.unprocessable(
                    "kernel.message.quiet", request.quietFrom() == null ? "quietFrom" : "quietUntil");
        }
        Settings after = new Settings(
                by.subject(),
                request.email() == null || request.email().isBlank() ? null : request.email(),
                request.mobile(),
                request.quietFrom(),
                request.quietUntil(),
                request.digestAt(),
                request.language(),
                before.version());
        store.write(after, choices(request)).orElseThrow(() -> new Problem(412, "kernel.stale", List.of()));
        if (after.digestAt() == null) {
            messages.releaseHeld(by.subject());
        }
        Map<String, Object> changes = new TreeMap<>();
        Audit.putChange(changes, "quietFrom", before.quietFrom(), after.quietFrom());
        Audit.putChange(changes, "quietUntil", before.quietUntil(), after.quietUntil());
        Audit.putChange(changes, "digestAt", before.digestAt(), after.digestAt());
        audit.record(
                "messageSettings.changed",
                "messageSettings",
                by.subject(),
                by.scope().regionPrefix(),
                changes);
    }

    /** Sends something by every channel that reaches the person, so that they see whether it does. */
    @Transactional
    void trial(Account by) {
        Settings s = store.of(by.subject());
        Locale locale = Notifications.locale(s);
        List<Channel> reached = Arrays.stream(Channel.values())
                .filter(c -> outbox.configured(c) && s.address(c) != null)
                .toList();
        if (reached.isEmpty()) {
            throw Problem.conflict("kernel.message.noChannel");
        }
        UUID none = null;
        jdbi.useHandle(h -> reached.forEach(c -> notifications.enqueue(
                h,
                none,
                by.subject(),
                c,
                "WAITING",
                Messages.text(locale, "kernel.message.trialTitle"),
                Messages.text(locale, "kernel.message.trial", by.displayName()))));
        audit.record(
                "message.trial", "messageSettings", by.subject(), by.scope().regionPrefix(), Map.of());
    }

    private Map<Choice, Mode> choices(SettingsRequest request) {
        Set<String> known =
                notifications.kinds().stream().map(MessageKind::code).collect(Collectors.toSet());
        Map<Choice, Mode> choices = new HashMap<>();
        for (int i = 0; i < request.choices().size(); i++) {
            SettingsRequest.Choice choice = request.choices().get(i);
            if (!known.contains(choice.kind())) {
                throw Problem.invalid(
                        List.of(FieldError.of("choices[" + i + "].kind", "kernel.message.kind", choice.kind())));
            }
            choices.put(new Choice(choice.kind(), choice.channel()), choice.mode());
        }
        return choices;
    }

    private static Mode mode(Map<Choice, Mode> choices, MessageKind kind, Channel channel) {
        return choices.getOrDefault(new Choice(kind.code(), channel), Notifications.byDefault(kind, channel));
    }
}
