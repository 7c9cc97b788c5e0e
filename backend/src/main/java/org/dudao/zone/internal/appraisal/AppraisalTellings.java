package org.dudao.zone.internal.appraisal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.dudao.kernel.notify.MessageKind;
import org.dudao.kernel.notify.Notifications;
import org.dudao.kernel.notify.Telling;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.zone.internal.appraisal.AppraisalStore.Person;

/** Who is told of an appraisal: the director when it is submitted, the office when it is returned, the inspector when it stands. */
@ApplicationScoped
class AppraisalTellings implements MessageKind.Source {
    private static final String SUBMITTED = "zone.appraisalSubmitted";
    private static final String RETURNED = "zone.appraisalReturned";
    private static final String CONFIRMED = "zone.appraisalConfirmed";

    @Inject
    Notifications notifications;

    @Inject
    AccountDirectory accounts;

    @Override
    public List<MessageKind> kinds() {
        return List.of(
                new MessageKind(SUBMITTED, false), new MessageKind(RETURNED, false), new MessageKind(CONFIRMED, true));
    }

    void submitted(Person of, int year) {
        tell(SUBMITTED, accounts.answering(Set.of(Roles.DIRECTOR), of.region(), null), of, year);
    }

    void returned(Person of, int year) {
        tell(RETURNED, accounts.answering(Set.of(Roles.OFFICER), of.region(), null), of, year);
    }

    void confirmed(Person of, int year) {
        if (of.account() != null) {
            tell(CONFIRMED, List.of(of.account()), of, year);
        }
    }

    private void tell(String kind, Collection<String> to, Person of, int year) {
        notifications.tell(new Telling(
                kind,
                to,
                "appraisal",
                AppraisalService.subject(of.id(), year),
                null,
                null,
                List.of(of.name(), String.valueOf(year))));
    }
}
