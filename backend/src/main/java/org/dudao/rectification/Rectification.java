package org.dudao.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.rectification.internal.FindingService;
import org.dudao.rectification.internal.NoticeService;
import org.dudao.rectification.internal.PublishedFacts;
import org.dudao.rectification.internal.Term;
import org.dudao.rectification.internal.WorkingDayCalendar;

/** What modules that supervise may do here: put a finding into the ledger, and learn what became of it. */
@ApplicationScoped
public class Rectification {
    @Inject
    FindingService findings;

    @Inject
    NoticeService notices;

    @Inject
    PublishedFacts facts;

    @Inject
    WorkingDayCalendar calendar;

    /**
     * Notices approved so far, in the order of their ids, for a module that came later and must catch up.
     *
     * @param after id of the last one it has seen; null for the first
     * @param most how many at most
     */
    @Transactional
    public List<NoticeFacts> approvedNotices(UUID after, int most) {
        return facts.noticesAfter(after, most);
    }

    /**
     * A notice in whatever state, drafts included.
     *
     * @throws org.dudao.kernel.error.Problem 404 outside the caller's scope
     */
    @Transactional
    public NoticeFacts notice(UUID id, Account by) {
        return facts.notice(notices.get(id, by).id());
    }

    /**
     * Days off in a region, by day, each with the holiday's name; without one for a weekend. In a year without a calendar, weekends
     * and the holidays whose date the law fixes.
     *
     * @param from first day asked for
     * @param until last day asked for
     */
    @Transactional
    public SortedMap<LocalDate, String> daysOff(String region, LocalDate from, LocalDate until) {
        return calendar.daysOff(region, from, until);
    }

    /** Years of a span whose calendar has not been entered: their days off are not all known. */
    @Transactional
    public List<Integer> yearsWithoutCalendar(String region, LocalDate from, LocalDate until) {
        return calendar.yearsWithout(region, from, until);
    }

    /** What became of findings, whatever the caller's scope; ids nobody knows are left out. */
    @Transactional
    public List<FindingOutcome> outcomes(Collection<UUID> ids) {
        return facts.outcomes(ids);
    }

    /**
     * The last day of a term of working days that begins the day after a day, by the calendar of a region: weekends, holidays and
     * days worked in exchange.
     */
    @Transactional
    public LocalDate afterWorkingDays(LocalDate from, int days, String region) {
        return calendar.days(region).deadline(from, days, Term.WORKING);
    }

    /**
     * Records a finding in the transaction under way; the same id twice is one finding.
     *
     * @return its id
     * @throws org.dudao.kernel.error.Problem 422 when the unit is outside the caller's scope or the day lies ahead
     */
    @Transactional
    public UUID raise(NewFinding finding, Account by) {
        return findings.raise(finding, by).id();
    }

    /**
     * Adds files that arrived after the finding was recorded; one that proves it already stays as it is.
     *
     * @throws org.dudao.kernel.error.Problem 404 outside the caller's scope, 422 when a file is not there yet
     */
    @Transactional
    public void proof(UUID finding, List<UUID> files, Account by) {
        findings.proof(finding, files, by);
    }
}
