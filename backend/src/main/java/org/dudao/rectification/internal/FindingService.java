package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.internal.FindingEvent.CheckMode;
import org.dudao.rectification.internal.FindingEvent.Kind;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;

/** Findings from the day they are found to the day they are closed, and again. */
@ApplicationScoped
public class FindingService {
    @Inject
    FindingStore store;

    @Inject
    Schools schools;

    @Inject
    Regions regions;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What happened in a step, beside the new state. */
    record Step(Kind kind, LocalDate on, String text, CheckMode mode, List<UUID> evidence) {
        static Step of(Kind kind, LocalDate on, String text) {
            return new Step(kind, on, text, null, List.of());
        }
    }

    private interface Change {
        Finding apply(Finding finding);
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    @Transactional
    public Page<Finding> list(FindingFilter filter, Account by) {
        return store.page(by, filter, today());
    }

    @Transactional
    public void forEach(FindingFilter filter, Account by, java.util.function.Consumer<Finding> consumer) {
        store.forEach(by, filter, today(), consumer);
    }

    @Transactional
    public Finding get(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("rectification.finding.notFound", id));
    }

    @Transactional
    public List<FindingEvent> events(Finding finding) {
        return store.events(finding.id());
    }

    /** Earlier findings of the same rule at the same unit, inside the caller's scope because the unit is. */
    @Transactional
    public List<Finding> repeats(Finding finding) {
        return store.repeats(finding);
    }

    /** Records a finding; one sent again under its id is found again, not doubled. */
    @Transactional
    public Finding raise(NewFinding given, Account by) {
        if (store.exists(given.id())) {
            return get(given.id(), by);
        }
        if (given.foundOn().isAfter(today())) {
            throw Problem.unprocessable("rectification.finding.future", "foundOn", given.foundOn());
        }
        String region;
        String unit;
        if (given.schoolId() != null) {
            SchoolName school = schools.find(given.schoolId(), by.scope())
                    .orElseThrow(() -> Problem.unprocessable("rectification.finding.school", "schoolId"));
            region = school.regionCode();
            unit = school.name();
        } else {
            RegionName found = regions.find(given.regionCode() == null ? "" : given.regionCode())
                    .filter(r -> by.scope().wholeRegion() && by.scope().coversRegion(r.code()))
                    .orElseThrow(() -> Problem.unprocessable("rectification.finding.unit", "regionCode"));
            region = found.code();
            unit = found.name();
        }
        Finding finding = new Finding(
                given.id(),
                region,
                given.schoolId(),
                unit,
                given.origin(),
                given.originRef(),
                given.ruleCode(),
                given.rule(),
                given.description(),
                given.severity(),
                given.departments(),
                given.evidence(),
                given.foundOn(),
                by.subject(),
                by.displayName(),
                clock.instant(),
                Finding.State.RAISED,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0);
        store.insert(finding);
        remember(finding, Step.of(Kind.RAISED, given.foundOn(), given.description()), by);
        audit.record(
                "finding.raised", "finding", finding.id(), region, Map.of("severity", given.severity(), "unit", unit));
        return get(finding.id(), by);
    }

    /** The unit's reply: what was done, by when, with proof. */
    @Transactional
    public Finding reply(UUID id, String ifMatch, String measure, LocalDate on, List<UUID> evidence, Account by) {
        requirePast(on, "on");
        return step(id, ifMatch, f -> f.replied(by), new Step(Kind.REPLIED, on, measure, null, evidence), by);
    }

    @Transactional
    public Finding accept(UUID id, String ifMatch, CheckMode mode, String text, Account by) {
        return step(id, ifMatch, Finding::accepted, new Step(Kind.ACCEPTED, today(), text, mode, List.of()), by);
    }

    @Transactional
    public Finding returnReply(UUID id, String ifMatch, CheckMode mode, String reason, LocalDate deadline, Account by) {
        return step(
                id, ifMatch, f -> f.returned(deadline), new Step(Kind.RETURNED, today(), reason, mode, List.of()), by);
    }

    @Transactional
    public Finding extend(UUID id, String ifMatch, LocalDate deadline, String reason, Account by) {
        return step(id, ifMatch, f -> f.extended(deadline), Step.of(Kind.EXTENDED, today(), reason), by);
    }

    @Transactional
    public Finding close(UUID id, String ifMatch, String text, Account by) {
        return step(id, ifMatch, f -> f.closed(by, today()), Step.of(Kind.CLOSED, today(), text), by);
    }

    @Transactional
    public Finding reopen(UUID id, String ifMatch, LocalDate deadline, String reason, Account by) {
        return step(id, ifMatch, f -> f.reopened(deadline), Step.of(Kind.REOPENED, today(), reason), by);
    }

    private Finding step(UUID id, String ifMatch, Change change, Step step, Account by) {
        Finding before = get(id, by);
        ETags.requireMatch(ifMatch, before.version());
        Finding after = change.apply(before);
        write(after, step, by);
        audit.record(
                "finding." + step.kind().name().toLowerCase(java.util.Locale.ROOT),
                "finding",
                id,
                before.regionCode(),
                Map.of("from", before.state(), "to", after.state()));
        return get(id, by);
    }

    /** Writes a step that was checked by the caller; for notices, which move several findings at once. */
    void write(Finding after, Step step, Account by) {
        if (!store.update(after)) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        remember(after, step, by);
    }

    private void remember(Finding after, Step step, Account by) {
        store.add(new FindingEvent(
                Ids.newId(),
                after.id(),
                step.kind(),
                step.on(),
                clock.instant(),
                by.subject(),
                by.displayName(),
                step.text(),
                step.mode(),
                after.deadline(),
                step.evidence()));
    }

    private void requirePast(LocalDate day, String field) {
        if (day.isAfter(today())) {
            throw Problem.unprocessable("rectification.finding.future", field, day);
        }
    }
}
