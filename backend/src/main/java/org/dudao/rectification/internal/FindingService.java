package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.text.PrintableText;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.Severity;
import org.dudao.rectification.internal.FindingEvent.CheckMode;
import org.dudao.rectification.internal.FindingEvent.Kind;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;

/** Findings from the day they are found to the day they are closed, and again. */
@ApplicationScoped
public class FindingService {
    /** Nothing was found before the regime there is (教育督导条例, 2012); an older day is a slip of the pen. */
    private static final LocalDate EARLIEST = LocalDate.of(2012, 10, 1);

    /** What a finding is mended to. */
    public record Correction(
            String ruleCode,
            String rule,
            String description,
            Severity severity,
            List<String> departments,
            LocalDate foundOn) {
        public Correction {
            departments = departments == null ? List.of() : List.copyOf(departments);
        }
    }

    @Inject
    PrintableText paper;

    @Inject
    FindingStore store;

    @Inject
    Schools schools;

    @Inject
    Regions regions;

    @Inject
    Evidence evidence;

    @Inject
    Rules rules;

    @Inject
    Tellings tellings;

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

    /** Whether a finding the caller may read is theirs to handle. */
    @Transactional
    public boolean handles(Finding finding, Account by) {
        return store.handles(finding.id(), by);
    }

    @Transactional
    public List<FindingEvent> events(Finding finding) {
        return store.events(finding.id());
    }

    /** Earlier findings of the same rule at the same unit that the caller may see. */
    @Transactional
    public List<Finding> repeats(Finding finding, Account by) {
        return store.repeats(finding, by);
    }

    /** Records a finding; one sent again under its id is found again, not doubled. */
    @Transactional
    public Finding raise(NewFinding given, Account by) {
        if (store.exists(given.id())) {
            return same(given, get(given.id(), by));
        }
        requireDay(given.foundOn());
        requirePrintable(given.rule(), given.description());
        if (given.schoolId() != null && given.regionCode() != null) {
            throw Problem.unprocessable("rectification.finding.oneUnit", "regionCode");
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
                rules.canonical(given.ruleCode(), given.rule(), by),
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
                0,
                0);
        if (!store.insert(finding)) {
            return same(given, get(given.id(), by));
        }
        evidence.attach(given.evidence(), FindingProofs.TYPE, given.id(), "", given.foundOn(), by, "evidence");
        remember(finding, Step.of(Kind.RAISED, given.foundOn(), given.description()), by);
        audit.record(
                "finding.raised", "finding", finding.id(), region, Map.of("severity", given.severity(), "unit", unit));
        return get(finding.id(), by);
    }

    /** Files that followed the words; the finding's version stays, since nobody's decision rests on it. */
    @Transactional
    public void proof(UUID id, List<UUID> files, Account by) {
        Finding finding = get(id, by);
        evidence.attach(files, FindingProofs.TYPE, id, "", finding.foundOn(), by, "files");
        store.addEvidence(id, files);
    }

    /** The same id again is the same finding only when it says the same. */
    private static Finding same(NewFinding given, Finding known) {
        if (!known.description().equals(given.description())
                || !known.rule().equals(given.rule())
                || !Objects.equals(known.originRef(), given.originRef())
                || !Objects.equals(known.schoolId(), given.schoolId())) {
            throw Problem.conflict("rectification.finding.idTaken");
        }
        return known;
    }

    /**
     * Mends what was recorded, while no unit has been asked for anything: the office, or who found it.
     *
     * @throws Problem 403 for an inspector who did not find it, 409 once it is in a notice
     */
    @Transactional
    public Finding correct(UUID id, String ifMatch, Correction c, Account by) {
        Finding before = get(id, by);
        ETags.requireMatch(ifMatch, before.version());
        if (by.role().equals(Roles.INSPECTOR) && !before.foundBy().equals(by.subject())) {
            throw Problem.forbidden("rectification.finding.notYours");
        }
        requireDay(c.foundOn());
        requirePrintable(c.rule(), c.description());
        Finding after = before.corrected(
                rules.canonical(c.ruleCode(), c.rule(), by),
                c.rule(),
                c.description(),
                c.severity(),
                c.departments(),
                c.foundOn());
        write(after, Step.of(Kind.CORRECTED, today(), c.description()), by);
        Map<String, Object> changes = new LinkedHashMap<>();
        Audit.putChange(changes, "description", before.description(), after.description());
        Audit.putChange(changes, "rule", before.rule(), after.rule());
        Audit.putChange(changes, "severity", before.severity(), after.severity());
        Audit.putChange(changes, "on", before.foundOn(), after.foundOn());
        audit.record("finding.corrected", "finding", id, before.regionCode(), changes);
        return get(id, by);
    }

    /** Strikes out what was recorded by mistake; it stays to be read, with the reason. */
    @Transactional
    public Finding strikeOut(UUID id, String ifMatch, String reason, Account by) {
        return step(id, ifMatch, Finding::voided, Step.of(Kind.VOIDED, today(), reason), by);
    }

    private void requireDay(LocalDate foundOn) {
        requirePast(foundOn, "foundOn");
        if (foundOn.isBefore(EARLIEST)) {
            throw Problem.unprocessable("rectification.finding.early", "foundOn", foundOn, EARLIEST);
        }
    }

    private void requirePrintable(String rule, String description) {
        paper.require("rule", rule);
        paper.require("description", description);
    }

    /** The unit's reply: what was done, by when, with proof. */
    @Transactional
    public Finding reply(UUID id, String ifMatch, String measure, LocalDate on, List<UUID> evidence, Account by) {
        requirePast(on, "on");
        Finding finding = get(id, by);
        requireOwnUnit(finding.schoolId(), by);
        if (on.isBefore(finding.foundOn())) {
            throw Problem.unprocessable("rectification.finding.beforeFound", "on", on, finding.foundOn());
        }
        return step(id, ifMatch, f -> f.replied(by), new Step(Kind.REPLIED, on, measure, null, evidence), by);
    }

    @Transactional
    public Finding accept(UUID id, String ifMatch, CheckMode mode, String text, List<UUID> evidence, Account by) {
        return step(id, ifMatch, f -> f.accepted(by), new Step(Kind.ACCEPTED, today(), text, mode, evidence), by);
    }

    @Transactional
    public Finding returnReply(
            UUID id,
            String ifMatch,
            CheckMode mode,
            String reason,
            LocalDate deadline,
            List<UUID> evidence,
            Account by) {
        requireWithinAYear(deadline, "deadline");
        return step(
                id, ifMatch, f -> f.returned(deadline), new Step(Kind.RETURNED, today(), reason, mode, evidence), by);
    }

    @Transactional
    public Finding extend(UUID id, String ifMatch, LocalDate deadline, String reason, Account by) {
        requireWithinAYear(deadline, "deadline");
        return step(id, ifMatch, f -> f.extended(deadline), Step.of(Kind.EXTENDED, today(), reason), by);
    }

    @Transactional
    public Finding close(UUID id, String ifMatch, String text, Account by) {
        return step(id, ifMatch, f -> f.closed(by, today()), Step.of(Kind.CLOSED, today(), text), by);
    }

    @Transactional
    public Finding reopen(UUID id, String ifMatch, LocalDate deadline, String reason, Account by) {
        requireWithinAYear(deadline, "deadline");
        return step(id, ifMatch, f -> f.reopened(deadline), Step.of(Kind.REOPENED, today(), reason), by);
    }

    /** A later day would stop all escalation for good. */
    void requireWithinAYear(LocalDate day, String field) {
        LocalDate last = today().plusYears(1);
        if (day != null && day.isAfter(last)) {
            throw Problem.unprocessable("rectification.finding.deadlineFar", field, last);
        }
    }

    private Finding step(UUID id, String ifMatch, Change change, Step step, Account by) {
        Finding before = get(id, by);
        if (!store.handles(id, by)) {
            throw Problem.forbidden("rectification.finding.otherZone");
        }
        ETags.requireMatch(ifMatch, before.version());
        Finding after = change.apply(before);
        write(after, step, by);
        audit.record(
                "finding." + step.kind().name().toLowerCase(java.util.Locale.ROOT),
                "finding",
                id,
                before.regionCode(),
                Map.of("state", new Audit.Change(before.state(), after.state())));
        tellings.stepped(after, step.kind(), step.text(), by);
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
        UUID id = Ids.newId();
        store.add(new FindingEvent(
                id,
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
        evidence.attach(step.evidence(), FindingProofs.TYPE, after.id(), id.toString(), step.on(), by, "evidence");
    }

    /** A township answers for itself, not for its schools. */
    static void requireOwnUnit(UUID schoolId, Account by) {
        if (schoolId != null && by.role().equals(Roles.TOWNSHIP)) {
            throw Problem.forbidden("rectification.otherUnit");
        }
    }

    private void requirePast(LocalDate day, String field) {
        if (day.isAfter(today())) {
            throw Problem.unprocessable("rectification.finding.future", field, day);
        }
    }
}
