package org.dudao.kernel.notify;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** One digest a day for whoever chose a time: what was held for it, and what waits for them, by due date. */
@ApplicationScoped
public class Digests {
    private static final int MOST_LINES = 50;

    @Inject
    Jdbi jdbi;

    @Inject
    Notifications notifications;

    @Inject
    AccountDirectory accounts;

    @Inject
    Instance<WaitingSource> sources;

    @Inject
    Clock clock;

    @Scheduled(every = "1m", delayed = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void onTime() {
        makeDue(clock.instant().atZone(ClockProducer.CHINA));
    }

    /** Makes the digests whose time has come; several nodes make each once. Returns how many. */
    @Transactional
    public int makeDue(ZonedDateTime now) {
        return jdbi.withHandle(h -> {
            List<Settings> due = h.createQuery(
                            "update kernel.message_settings set last_digest_on = :today"
                                    + " where digest_at <= :time and (last_digest_on is null or last_digest_on < :today) returning *")
                    .bind("today", now.toLocalDate())
                    .bind("time", now.toLocalTime())
                    .map((r, c) -> SettingsStore.read(r))
                    .list();
            due.forEach(s -> accounts.find(s.recipient()).ifPresent(account -> make(h, s, account)));
            return due.size();
        });
    }

    private void make(Handle h, Settings s, Account account) {
        Locale locale = Notifications.locale(s);
        List<WaitingSource.Item> waiting = sources.stream()
                .flatMap(source -> source.waitingFor(account).stream())
                .sorted(Comparator.comparing(
                        WaitingSource.Item::dueOn, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        for (Channel channel : Channel.values()) {
            List<String> held = h.createQuery("update kernel.delivery set state = 'GATHERED'"
                            + " where recipient = :r and channel = :channel and state = 'HELD' returning body")
                    .bind("r", s.recipient())
                    .bind("channel", channel.name())
                    .mapTo(String.class)
                    .list();
            boolean wanted = channel == Channel.EMAIL || !held.isEmpty();
            if (s.address(channel) != null && wanted && !(held.isEmpty() && waiting.isEmpty())) {
                String title = Messages.text(locale, "kernel.digest.title", waiting.size(), held.size());
                UUID none = null;
                notifications.enqueue(h, none, s.recipient(), channel, "WAITING", title, body(held, waiting, locale));
            }
        }
    }

    private static String body(List<String> held, List<WaitingSource.Item> waiting, Locale locale) {
        StringBuilder body = new StringBuilder();
        section(
                body,
                Messages.text(locale, "kernel.digest.waiting"),
                waiting.stream().map(item -> line(item, locale)).toList(),
                locale);
        section(body, Messages.text(locale, "kernel.digest.news"), held, locale);
        return body.toString();
    }

    private static String line(WaitingSource.Item item, Locale locale) {
        String text = locale.equals(Locale.ENGLISH) ? item.textEn() : item.text();
        LocalDate due = item.dueOn();
        if (due == null) {
            return text;
        }
        return Messages.text(locale, item.overdue() ? "kernel.digest.overdue" : "kernel.digest.due", text, due);
    }

    private static void section(StringBuilder body, String head, List<String> lines, Locale locale) {
        if (lines.isEmpty()) {
            return;
        }
        body.append(head).append('\n');
        lines.stream()
                .limit(MOST_LINES)
                .forEach(l -> body.append("· ").append(l).append('\n'));
        if (lines.size() > MOST_LINES) {
            body.append(Messages.text(locale, "kernel.digest.more", lines.size() - MOST_LINES))
                    .append('\n');
        }
        body.append('\n');
    }
}
