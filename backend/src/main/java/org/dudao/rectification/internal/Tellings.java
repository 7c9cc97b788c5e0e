package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.notify.MessageKind;
import org.dudao.kernel.notify.Notifications;
import org.dudao.kernel.notify.Telling;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.rectification.internal.FindingEvent.Kind;

/** Who is told of what around findings and notices; whoever did it is never told of it. */
@ApplicationScoped
class Tellings implements MessageKind.Source {
    private static final int LONGEST = 60;
    private static final Set<String> UNIT = Set.of(Roles.SCHOOL, Roles.TOWNSHIP);
    private static final Set<String> OFFICE = Set.of(Roles.OFFICER);
    private static final Set<String> CHECKERS = Set.of(Roles.OFFICER, Roles.INSPECTOR);

    @Inject
    Notifications notifications;

    @Inject
    AccountDirectory accounts;

    @Override
    public List<MessageKind> kinds() {
        return List.of(
                new MessageKind("rectification.toApprove", true),
                new MessageKind("rectification.givenBack", true),
                new MessageKind("rectification.approved", false),
                new MessageKind("rectification.toReceive", true),
                new MessageKind("rectification.served", false),
                new MessageKind("rectification.unserved", false),
                new MessageKind("rectification.withdrawn", true),
                new MessageKind("rectification.replied", false),
                new MessageKind("rectification.returned", true),
                new MessageKind("rectification.extended", false),
                new MessageKind("rectification.accepted", false),
                new MessageKind("rectification.closed", false),
                new MessageKind("rectification.reopened", true),
                new MessageKind("rectification.reminder", true),
                new MessageKind("rectification.warning", true),
                new MessageKind("rectification.stepDue", true));
    }

    void submitted(Notice n, Account by) {
        notice("rectification.toApprove", answering(n, Set.of(Roles.DIRECTOR), by), n, n.unitName(), n.title());
    }

    void givenBack(Notice n, Account by) {
        notice("rectification.givenBack", without(List.of(n.draftedBy()), by), n, n.title(), n.returnedFor());
    }

    void approved(Notice n, Account by) {
        notice("rectification.toReceive", answering(n, UNIT, by), n, n.number(), n.title());
        notice("rectification.approved", without(List.of(n.draftedBy()), by), n, n.number(), n.unitName());
    }

    void served(Notice n, Account by) {
        notice("rectification.served", answering(n, OFFICE, by), n, n.unitName(), n.number(), n.receiptName());
    }

    void withdrawn(Notice n, Account by) {
        notice("rectification.withdrawn", answering(n, UNIT, by), n, n.number(), n.withdrawnFor());
    }

    /** An approved notice nobody signed for by a day; told once. */
    void unserved(Notice n, LocalDate dueOn) {
        Set<String> to = new HashSet<>(answering(n, OFFICE, null));
        to.add(n.draftedBy());
        notifications.tell(new Telling(
                "rectification.unserved",
                to,
                "notice",
                n.id().toString(),
                dueOn,
                "unserved/" + n.id(),
                List.of(n.unitName(), n.number())));
    }

    /** A step of the ladder that fell due; told once. */
    void fellDue(Finding f, Escalations.LadderStep step, UUID escalation, LocalDate dueOn) {
        String kind =
                switch (step.code()) {
                    case "REMINDER" -> "rectification.reminder";
                    case "WARNING" -> "rectification.warning";
                    default -> step.automatic() ? "rectification.warning" : "rectification.stepDue";
                };
        Set<String> to = new HashSet<>();
        if (step.automatic()) {
            to.addAll(answering(f, UNIT, null));
            if (step.afterDays() >= 0) {
                to.addAll(answering(f, CHECKERS, null));
            }
        } else {
            to.addAll(answering(f, Set.copyOf(step.takenBy()), null));
        }
        notifications.tell(new Telling(
                kind,
                to,
                "finding",
                f.id().toString(),
                step.automatic() ? f.deadline() : dueOn,
                "escalation/" + escalation,
                List.of(
                        f.unitName(),
                        shortened(f.description()),
                        String.valueOf(f.deadline()),
                        step.nameZh(),
                        step.nameEn())));
    }

    /** A step taken on a finding. */
    void stepped(Finding f, Kind kind, String text, Account by) {
        switch (kind) {
            case REPLIED -> {
                Set<String> to = new HashSet<>(answering(f, CHECKERS, by));
                to.addAll(without(List.of(f.foundBy()), by));
                finding("rectification.replied", to, f, null, f.unitName(), shortened(f.description()));
            }
            case ACCEPTED ->
                finding(
                        "rectification.accepted",
                        without(answering(f, CHECKERS, by), f.foundBy(), f.repliedBy()),
                        f,
                        null,
                        f.unitName(),
                        shortened(f.description()));
            case RETURNED -> toUnit("rectification.returned", f, text, by);
            case EXTENDED -> toUnit("rectification.extended", f, text, by);
            case CLOSED -> toUnit("rectification.closed", f, text, by);
            case REOPENED -> toUnit("rectification.reopened", f, text, by);
            default -> {}
        }
    }

    private void toUnit(String kind, Finding f, String text, Account by) {
        finding(
                kind,
                answering(f, UNIT, by),
                f,
                f.deadline(),
                shortened(f.description()),
                String.valueOf(f.deadline()),
                text == null ? "" : shortened(text));
    }

    private void finding(String kind, Collection<String> to, Finding f, LocalDate dueOn, String... args) {
        notifications.tell(new Telling(kind, to, "finding", f.id().toString(), dueOn, null, List.of(args)));
    }

    private void notice(String kind, Collection<String> to, Notice n, String... args) {
        notifications.tell(new Telling(kind, to, "notice", n.id().toString(), null, null, List.of(args)));
    }

    private List<String> answering(Notice n, Set<String> roles, Account by) {
        return without(accounts.answering(roles, n.regionCode(), n.schoolId()), by);
    }

    private List<String> answering(Finding f, Set<String> roles, Account by) {
        return without(accounts.answering(roles, f.regionCode(), f.schoolId()), by);
    }

    private static List<String> without(List<String> subjects, Account by) {
        return by == null ? subjects : without(subjects, by.subject());
    }

    private static List<String> without(List<String> subjects, String... out) {
        List<String> left = new ArrayList<>(subjects);
        for (String one : out) {
            left.removeIf(subject -> Objects.equals(subject, one));
        }
        return left;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
