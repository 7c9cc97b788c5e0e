package org.dudao.evidence.internal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.dudao.kernel.notify.MessageKind;
import org.dudao.kernel.notify.Notifications;
import org.dudao.kernel.notify.Telling;
import org.dudao.kernel.notify.WaitingSource;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.text.Messages;

/** Tells a unit what it is asked for, and the office what has come. */
@ApplicationScoped
class AskTellings implements MessageKind.Source, WaitingSource {
    @Inject
    Notifications notifications;

    @Inject
    AccountDirectory accounts;

    @Inject
    CatalogueStore store;

    @Inject
    Clock clock;

    @Override
    public List<MessageKind> kinds() {
        return List.of(new MessageKind("evidence.asked", true), new MessageKind("evidence.answered", false));
    }

    void asked(Ask ask, CatalogueDocument.Item item) {
        tell("evidence.asked", accountsOf(ask), ask, item);
    }

    /** Who of a unit finds on the desk what it is asked for; nobody when it has no account. */
    List<String> accountsOf(Ask ask) {
        if (ask.schoolId() == null && ask.regionCode() == null) {
            return List.of();
        }
        Set<String> unit = ask.schoolId() != null ? Set.of(Roles.SCHOOL) : Set.of(Roles.TOWNSHIP);
        return accounts.answering(unit, ask.regionCode(), ask.schoolId());
    }

    void answered(Ask ask, Catalogue c, CatalogueDocument.Item item) {
        tell("evidence.answered", accounts.answering(Set.of(Roles.OFFICER), c.regionCode(), null), ask, item);
    }

    private void tell(String kind, List<String> to, Ask ask, CatalogueDocument.Item item) {
        String subject = kind.equals("evidence.asked") ? "ask" : "catalogue";
        String id =
                subject.equals("ask") ? ask.id().toString() : ask.catalogueId().toString();
        notifications.tell(
                new Telling(kind, to, subject, id, ask.dueOn(), null, List.of(ask.unitName(), item.nameZh())));
    }

    @Override
    @Transactional
    public List<Item> waitingFor(Account account) {
        LocalDate today = LocalDate.now(clock);
        return store.askedOf(account, true).stream()
                .map(a -> {
                    CatalogueDocument.Item item = store.ofAsk(a).document().item(a.item());
                    return new Item(
                            Messages.text(Messages.CHINESE, "evidence.waiting", item.nameZh()),
                            Messages.text(Locale.ENGLISH, "evidence.waiting", item.nameEn()),
                            a.dueOn(),
                            a.dueOn() != null && a.dueOn().isBefore(today));
                })
                .toList();
    }
}
