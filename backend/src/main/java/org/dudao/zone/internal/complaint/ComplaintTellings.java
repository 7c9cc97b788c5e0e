package org.dudao.zone.internal.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.dudao.kernel.audit.SubjectTitles;
import org.dudao.kernel.notify.MessageKind;
import org.dudao.kernel.notify.Notifications;
import org.dudao.kernel.notify.Telling;
import org.dudao.kernel.notify.WaitingSource;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.text.Messages;

/** Who is told of complaints, and what of them waits for the office. No message says a word of a complaint or its sender. */
@ApplicationScoped
class ComplaintTellings implements MessageKind.Source, WaitingSource, SubjectTitles {
    private static final String RECEIVED = "zone.complaintReceived";
    private static final String HEARD = "zone.complaintHeard";
    private static final Set<String> OFFICE = Set.of(Roles.OFFICER, Roles.DIRECTOR);
    private static final int MOST = 100;

    @Inject
    Notifications notifications;

    @Inject
    AccountDirectory accounts;

    @Inject
    ComplaintStore store;

    @Inject
    Clock clock;

    @Override
    public List<MessageKind> kinds() {
        return List.of(new MessageKind(RECEIVED, true), new MessageKind(HEARD, true));
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "complaint",
                SubjectTitles.byUuid(
                        "select c.id, s.name || ' ' || to_char(c.received_on, 'FMYYYY\"年\"FMMM\"月\"FMDD\"日\"')"
                                + ComplaintStore.FROM + " where c.id = any(:ids)"));
    }

    /** The office is asked to verify it; whoever answers for the school only learns of it. */
    void received(Complaint c, String schoolName) {
        Set<String> office = Set.copyOf(accounts.answering(OFFICE, c.regionCode(), c.schoolId()));
        tell(RECEIVED, office, c, c.verifyBy(), List.of(schoolName, c.verifyBy().toString()));
        store.responsible(c.schoolId(), c.receivedOn())
                .filter(who -> !office.contains(who))
                .ifPresent(who -> tell(HEARD, Set.of(who), c, null, List.of(schoolName)));
    }

    private void tell(String kind, Set<String> to, Complaint c, LocalDate dueOn, List<String> values) {
        notifications.tell(new Telling(kind, to, "complaint", c.id().toString(), dueOn, "complaint/" + c.id(), values));
    }

    @Override
    @Transactional
    public List<Item> waitingFor(Account account) {
        if (!OFFICE.contains(account.role())) {
            return List.of();
        }
        ComplaintFilter open = new ComplaintFilter();
        open.open = true;
        open.size = MOST;
        return store.page(account, open, LocalDate.now(clock)).items().stream()
                .map(c -> {
                    String code = "zone.complaint.waiting." + c.state();
                    return new Item(
                            Messages.text(Messages.CHINESE, code, c.schoolName(), c.matterName()),
                            Messages.text(Locale.ENGLISH, code, c.schoolName(), c.matterNameEn()),
                            c.dueOn(),
                            c.overdue());
                })
                .toList();
    }
}
