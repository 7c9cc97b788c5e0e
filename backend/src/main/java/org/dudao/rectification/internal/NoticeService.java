package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.numbering.Numbers;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.text.PrintableText;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NoticeApproved;
import org.dudao.rectification.NoticeServed;
import org.dudao.rectification.NoticeWithdrawn;
import org.dudao.rectification.internal.FindingEvent.Kind;
import org.dudao.rectification.internal.FindingService.Step;

/** Notices: drafted by an officer, approved and numbered by the director, received by the unit. */
@ApplicationScoped
public class NoticeService {
    private static final int COUNTY_DIGITS = 6;

    /**
     * What is demanded for one finding.
     *
     * @param days length of the term, counted from the day the notice is received
     */
    public record Demand(UUID findingId, String requirement, int days, Term kind) {}

    @Inject
    PrintableText paper;

    @Inject
    NoticeStore store;

    @Inject
    FindingService findings;

    @Inject
    FindingStore findingStore;

    @Inject
    WorkingDayCalendar calendar;

    @Inject
    Numbers numbers;

    @Inject
    PublishedFacts facts;

    @Inject
    Event<NoticeApproved> approved;

    @Inject
    Event<NoticeServed> served;

    @Inject
    Event<NoticeWithdrawn> withdrawn;

    @Inject
    Tellings tellings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Transactional
    public Notice get(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("rectification.notice.notFound", id));
    }

    @Transactional
    public List<Finding> findings(Notice notice) {
        return findingStore.ofNotice(notice.id());
    }

    /** A draft over findings of one unit; each is taken into at most one notice. */
    @Transactional
    public Notice draft(String title, String copies, List<Demand> demands, Account by) {
        requirePrintable(title, copies, demands);
        Map<UUID, Finding> found = ofOneUnit(demands, by);
        Finding first = found.get(demands.get(0).findingId());
        Notice notice = new Notice(
                Ids.newId(),
                first.regionCode(),
                first.schoolId(),
                first.unitName(),
                title,
                copies,
                Notice.State.DRAFT,
                null,
                by.subject(),
                by.displayName(),
                clock.instant(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        store.insert(notice);
        for (Demand d : demands) {
            take(found.get(d.findingId()), d, notice, by);
        }
        record("notice.drafted", notice, by, Map.of("findings", demands.size()));
        return get(notice.id(), by);
    }

    /**
     * Changes a draft: what is no longer demanded is free again, what is new is taken in. The unit stays the same.
     *
     * @throws Problem 409 unless it is a draft
     */
    @Transactional
    public Notice edit(UUID id, String ifMatch, String title, String copies, List<Demand> demands, Account by) {
        Notice notice = at(id, ifMatch, Notice.State.DRAFT, by);
        requirePrintable(title, copies, demands);
        Map<UUID, Finding> found = ofOneUnit(demands, by);
        Finding first = found.get(demands.get(0).findingId());
        if (!Objects.equals(first.schoolId(), notice.schoolId())
                || !first.regionCode().equals(notice.regionCode())) {
            throw Problem.unprocessable("rectification.notice.otherUnit", "demands[0].findingId", notice.unitName());
        }
        List<Finding> before = findingStore.ofNotice(id);
        for (Finding old : before) {
            if (!found.containsKey(old.id())) {
                findings.write(old.outOf(), Step.of(Kind.TAKEN_OUT, findings.today(), null), by);
            }
        }
        for (Demand d : demands) {
            Finding finding = found.get(d.findingId());
            if (!id.equals(finding.noticeId())) {
                take(finding, d, notice, by);
            } else if (!d.equals(
                    new Demand(finding.id(), finding.requirement(), finding.termDays(), finding.termKind()))) {
                findings.write(
                        finding.demanded(d.requirement(), d.days(), d.kind()),
                        Step.of(Kind.NOTIFIED, findings.today(), d.requirement()),
                        by);
            }
        }
        require(store.edit(notice, title, copies));
        Map<String, Object> changes = new LinkedHashMap<>();
        Audit.putChange(changes, "title", notice.title(), title);
        Audit.putChange(changes, "copies", notice.copies(), copies);
        Audit.putChange(changes, "findings", before.size(), demands.size());
        record("notice.edited", notice, by, changes);
        return get(id, by);
    }

    private void requirePrintable(String title, String copies, List<Demand> demands) {
        paper.require("title", title);
        paper.require("copies", copies);
        for (int i = 0; i < demands.size(); i++) {
            paper.require("demands[" + i + "].requirement", demands.get(i).requirement());
        }
    }

    private void take(Finding finding, Demand d, Notice notice, Account by) {
        findings.write(
                finding.into(notice.id(), d.requirement(), d.days(), d.kind()),
                Step.of(Kind.NOTIFIED, findings.today(), d.requirement()),
                by);
    }

    private Map<UUID, Finding> ofOneUnit(List<Demand> demands, Account by) {
        Map<UUID, Finding> found = new HashMap<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < demands.size(); i++) {
            Finding finding = findings.get(demands.get(i).findingId(), by);
            if (found.put(finding.id(), finding) != null) {
                errors.add(FieldError.of("demands[" + i + "].findingId", "rectification.notice.twice"));
            }
            Finding first = found.get(demands.get(0).findingId());
            if (!Objects.equals(first.schoolId(), finding.schoolId())
                    || !first.regionCode().equals(finding.regionCode())) {
                errors.add(FieldError.of(
                        "demands[" + i + "].findingId", "rectification.notice.otherUnit", first.unitName()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return found;
    }

    @Transactional
    public Notice submit(UUID id, String ifMatch, Account by) {
        Notice notice = at(id, ifMatch, Notice.State.DRAFT, by);
        require(store.submit(notice));
        record("notice.submitted", notice, by, Map.of());
        tellings.submitted(notice, by);
        return get(id, by);
    }

    /** Whoever drafts takes it back before the director has decided. */
    @Transactional
    public Notice recall(UUID id, String ifMatch, Account by) {
        Notice notice = at(id, ifMatch, Notice.State.SUBMITTED, by);
        require(store.recall(notice));
        record("notice.recalled", notice, by, Map.of());
        return get(id, by);
    }

    /** The director gives it back to be changed; whoever drafted it is told why. */
    @Transactional
    public Notice giveBack(UUID id, String ifMatch, String reason, Account by) {
        Notice notice = at(id, ifMatch, Notice.State.SUBMITTED, by);
        require(store.giveBack(notice, reason, by, clock.instant()));
        record("notice.returned", notice, by, Map.of("reason", reason));
        Notice after = get(id, by);
        tellings.givenBack(after, by);
        return after;
    }

    /** Gives the number: the next of the county and year, without gaps. */
    @Transactional
    public Notice approve(UUID id, String ifMatch, Account by) {
        Notice notice = at(id, ifMatch, Notice.State.SUBMITTED, by);
        int year = findings.today().getYear();
        String county = notice.regionCode()
                .substring(0, Math.min(COUNTY_DIGITS, notice.regionCode().length()));
        int no = numbers.next("rectification.notice/" + county + "/" + year);
        String number = Messages.text(Messages.CHINESE, "rectification.notice.number", year, no);
        require(store.approve(notice, year, no, number, by, clock.instant(), findings.today()));
        record("notice.approved", notice, by, Map.of("number", number));
        approved.fire(new NoticeApproved(facts.notice(id)));
        Notice after = get(id, by);
        tellings.approved(after, by);
        return after;
    }

    /** The unit signs for it; from then on the terms run. */
    @Transactional
    public Notice receive(UUID id, String ifMatch, String receiver, String mark, Account by) {
        FindingService.requireOwnUnit(get(id, by).schoolId(), by);
        Notice notice = at(id, ifMatch, Notice.State.APPROVED, by);
        require(store.serve(notice, receiver, mark, by, clock.instant(), findings.today()));
        WorkingDays days = calendar.days(notice.regionCode());
        for (Finding finding : findingStore.ofNotice(id)) {
            findings.write(
                    finding.served(findings.today(), days),
                    Step.of(Kind.SERVED, findings.today(), notice.number()),
                    by);
        }
        record("notice.served", notice, by, Map.of("receiver", receiver));
        served.fire(new NoticeServed(id, findings.today(), receiver));
        Notice after = get(id, by);
        tellings.served(after, by);
        return after;
    }

    /** Takes an approved notice back; it keeps its number, its findings can go into another. */
    @Transactional
    public Notice withdraw(UUID id, String ifMatch, String reason, Account by) {
        Notice notice = get(id, by);
        ETags.requireMatch(ifMatch, notice.version());
        if (notice.state() != Notice.State.APPROVED && notice.state() != Notice.State.SERVED) {
            throw Problem.conflict("rectification.notice.state", notice.state());
        }
        takeOut(id, reason, by);
        require(store.withdraw(notice, reason));
        record("notice.withdrawn", notice, by, Map.of("reason", reason));
        withdrawn.fire(new NoticeWithdrawn(id, findings.today(), reason));
        Notice after = get(id, by);
        tellings.withdrawn(after, by);
        return after;
    }

    @Transactional
    public void delete(UUID id, String ifMatch, Account by) {
        Notice notice = get(id, by);
        ETags.requireMatch(ifMatch, notice.version());
        if (notice.state() != Notice.State.DRAFT && notice.state() != Notice.State.SUBMITTED) {
            throw Problem.conflict("rectification.notice.state", notice.state());
        }
        takeOut(id, null, by);
        require(store.delete(notice));
        record("notice.draftDeleted", notice, by, Map.of());
    }

    private void takeOut(UUID notice, String reason, Account by) {
        for (Finding finding : findingStore.ofNotice(notice)) {
            findings.write(finding.outOf(), Step.of(Kind.TAKEN_OUT, findings.today(), reason), by);
        }
    }

    private Notice at(UUID id, String ifMatch, Notice.State state, Account by) {
        Notice notice = get(id, by);
        if (notice.state() != state) {
            throw Problem.conflict("rectification.notice.state", notice.state());
        }
        ETags.requireMatch(ifMatch, notice.version());
        return notice;
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }

    private void record(String action, Notice notice, Account by, Map<String, ?> detail) {
        Map<String, Object> all = new LinkedHashMap<>(detail);
        Notice.State after = store.find(notice.id(), by).map(Notice::state).orElse(null);
        Audit.putChange(all, "state", notice.state(), after);
        audit.record(action, "notice", notice.id(), notice.regionCode(), all);
    }
}
