package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.Rectification;
import org.dudao.registry.Schools;
import org.dudao.zone.VisitRecordFacts;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.Visit;
import org.dudao.zone.internal.VisitReceipt;
import org.dudao.zone.internal.VisitService;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;

/** The record of a visit: published to the school as it stands, read, answered. */
@ApplicationScoped
public class RecordService {
    private static final int LONGEST_REPLY_DAYS = 120;

    @Inject
    RecordStore store;

    @Inject
    VisitService visits;

    @Inject
    IndexSystems systems;

    @Inject
    Schools schools;

    @Inject
    Parameters parameters;

    @Inject
    Rectification rectification;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * The record as the school will read it, before it is published.
     *
     * @throws Problem 409 while no record was received
     */
    @Transactional
    public VisitRecordFacts draft(UUID visit, String summary, Account by) {
        VisitService.Detail detail = visits.detail(visit, by);
        if (detail.receipts().isEmpty()) {
            throw Problem.conflict("zone.publication.noRecord");
        }
        Set<UUID> used = detail.receipts().stream().map(VisitReceipt::systemId).collect(Collectors.toSet());
        List<IndexSystem> checklists = used.stream().map(systems::version).toList();
        return RecordWording.of(detail, checklists, summary);
    }

    /**
     * Publishes the record to the school, once.
     *
     * @throws Problem 409 without a record, with an item on which two differ, or when published before; 403 for an inspector
     *     whose visit it is not
     */
    @Transactional
    public PublishedRecord publish(UUID visit, String summary, String ifMatch, Account by) {
        VisitService.Detail detail = visits.detail(visit, by);
        Visit v = detail.visit();
        ETags.requireMatch(ifMatch, v.version());
        requireOwn(detail, by);
        VisitRecordFacts content = draft(visit, summary, by);
        if (!detail.answers().differing().isEmpty()) {
            throw Problem.conflict(
                    "zone.publication.differing", detail.answers().differing().size());
        }
        LocalDate due = replyDue(v.regionCode());
        if (!store.publish(content, by, clock.instant(), due)) {
            throw Problem.conflict("zone.publication.done");
        }
        audit.record(
                "visit.recordPublished",
                "visit",
                visit,
                v.regionCode(),
                Map.of("school", v.schoolName(), "replyDue", due));
        return published(visit, by);
    }

    /** @throws Problem 404 outside the caller's scope, or before it is published */
    @Transactional
    public PublishedRecord published(UUID visit, Account by) {
        RecordStore.Kept kept =
                store.find(visit, by).orElseThrow(() -> Problem.notFound("zone.publication.notFound", visit));
        LocalDate today = LocalDate.now(clock);
        return new PublishedRecord(
                visit,
                kept.content(),
                rectification.outcomes(kept.content().findings().stream()
                        .map(VisitRecordFacts.Found::id)
                        .toList()),
                kept.publishedName(),
                kept.publishedAt(),
                kept.replyDue(),
                kept.reply(),
                kept.repliedName(),
                kept.repliedAt(),
                kept.reply() == null && kept.replyDue().isBefore(today),
                by.role().equals(Roles.INSPECTOR) ? null : kept.feedbackGiven(),
                kept.version());
    }

    /** The school's answer, once. */
    @Transactional
    public PublishedRecord reply(UUID visit, String words, String ifMatch, Account by) {
        PublishedRecord record = published(visit, by);
        ETags.requireMatch(ifMatch, record.version());
        if (record.reply() != null) {
            throw Problem.conflict("zone.publication.replied");
        }
        Counties.requireChanged(store.reply(visit, record.version(), words, by, clock.instant()));
        audit.record("visit.recordAnswered", "visit", visit, record.content().regionCode(), Map.of("reply", words));
        return published(visit, by);
    }

    /**
     * Visits of a school, the latest first; the school itself sees those published to it or announced.
     *
     * @throws Problem 404 outside the caller's scope
     */
    @Transactional
    public List<PublishedRecord.Row> ofSchool(UUID school, Account by) {
        if (schools.find(school, by.scope()).isEmpty()) {
            throw Problem.notFound("zone.school.notFound", school);
        }
        return store.ofSchool(school, by.role().equals(Roles.SCHOOL), rectification::outcomes);
    }

    private void requireOwn(VisitService.Detail detail, Account by) {
        boolean wrote = store.wrote(detail.visit().id(), by);
        if (by.role().equals(Roles.INSPECTOR) && !wrote) {
            throw Problem.forbidden("zone.visit.others");
        }
    }

    /** Working days count from the day after. */
    private LocalDate replyDue(String region) {
        LocalDate today = LocalDate.now(clock);
        int left = parameters.value(region, today, ParameterCodes.RECORD_REPLY_DAYS);
        var off = rectification.daysOff(region, today, today.plusDays(LONGEST_REPLY_DAYS));
        LocalDate day = today;
        while (left > 0) {
            day = day.plusDays(1);
            left -= off.containsKey(day) ? 0 : 1;
        }
        return day;
    }
}
