package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.Rectification;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;

/** Visits: planned or not, received from phones once however often they are sent, put together from several records. */
@ApplicationScoped
public class VisitService {
    /** A phone's clock further off than this is marked. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(10);

    private static final String ORIGIN = "zone";
    private static final Set<String> OFFICE = Set.of(Roles.DIRECTOR, Roles.OFFICER);

    /**
     * A visit with everything received for it.
     *
     * @param bodies what each phone sent, in the order of the receipts
     * @param moves when its plan was moved to another day, oldest first
     */
    public record Detail(
            Visit visit,
            List<VisitReceipt> receipts,
            List<VisitRecord> bodies,
            MergedAnswers answers,
            List<Visit.Move> moves) {}

    @Inject
    VisitStore store;

    @Inject
    Schools schools;

    @Inject
    IndexSystems systems;

    @Inject
    Rectification rectification;

    @Inject
    Evidence evidence;

    @Inject
    AccountDirectory accounts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Transactional
    public Page<Visit> list(VisitFilter filter, Account by) {
        return store.page(by, filter, LocalDate.now(clock));
    }

    @Transactional
    public Detail detail(UUID id, Account by) {
        Visit visit = require(id, by);
        List<VisitStore.Kept> records = store.records(id);
        return new Detail(
                visit,
                records.stream().map(VisitStore.Kept::receipt).toList(),
                records.stream().map(VisitStore.Kept::record).toList(),
                MergedAnswers.of(
                        records.stream()
                                .map(k -> new MergedAnswers.Given(
                                        k.receipt().id(),
                                        k.receipt().authorName(),
                                        k.record().answers()))
                                .toList(),
                        store.choices(id)),
                store.moves(id));
    }

    /**
     * Takes in a record under the checklist it was made with, whatever became of the plan or the checklist meanwhile. Its findings
     * go into the ledger in the same transaction; its files follow.
     *
     * @param sentAt the phone's clock at sending, or at exporting
     * @param madeBy subject of who made it, when the office hands it in from an exported file; null for the caller's own
     * @return the receipt; the first one again when the same record is sent again
     * @throws Problem 409 when the id is another record's, 422 naming every field that is wrong
     */
    @Transactional
    public VisitReceipt receive(VisitRecord r, Instant sentAt, String madeBy, Account by) {
        Account author = author(madeBy, by);
        String checksum = Documents.checksum(r);
        SchoolName school = school(r, author);
        IndexSystem system = checked(r);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean handedIn = author != by;
        LocalDate madeOn = madeOn(r.finishedAt(), sentAt, now, handedIn);
        boolean unplanned = store.enter(r, school.regionCode(), author, madeOn, now);
        if (!unplanned
                && store.find(r.visitId(), author)
                        .filter(v -> v.schoolId().equals(r.schoolId()))
                        .isEmpty()) {
            throw Problem.unprocessable("zone.record.visit", "visitId");
        }
        VisitReceipt receipt = new VisitReceipt(
                r.id(),
                r.visitId(),
                author.displayName(),
                handedIn ? by.displayName() : null,
                r.systemId(),
                sentAt.truncatedTo(ChronoUnit.MICROS),
                now,
                // a file carried to the office says nothing of the phone's clock
                handedIn ? 0 : clockOff(sentAt, now));
        if (!store.insert(r, checksum, author, receipt)) {
            return again(r.id(), checksum, author);
        }
        if (!unplanned) {
            store.made(r.visitId(), madeOn);
        }
        for (VisitRecord.Found f : r.findings()) {
            rectification.raise(
                    new NewFinding(
                            f.id(),
                            r.schoolId(),
                            null,
                            ORIGIN,
                            r.id().toString(),
                            ruleCode(system, f),
                            f.rule(),
                            f.description(),
                            f.severity(),
                            null,
                            null,
                            madeOn),
                    at(school, author));
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("school", school.name());
        detail.put("findings", r.findings().size());
        audit.record("visit.recordReceived", "visit", r.visitId(), school.regionCode(), detail);
        return receipt;
    }

    /**
     * Says which files of a record have arrived: photos follow the text.
     *
     * @param item item they belong to, with the findings raised on it; or the id of one of the record's findings; null for the
     *     visit as a whole
     * @throws Problem 404 for a record of somebody else, 422 when a file is not there yet
     */
    @Transactional
    public void files(UUID recordId, String item, List<UUID> files, Account by) {
        VisitStore.Kept kept = store.record(recordId)
                .filter(k -> k.author().equals(by.subject())
                        || OFFICE.contains(by.role())
                                && store.find(k.record().visitId(), by).isPresent())
                .orElseThrow(() -> Problem.notFound("zone.record.notFound", recordId));
        UUID visit = kept.record().visitId();
        evidence.attach(files, VisitProofs.TYPE, visit, item == null ? recordId.toString() : item, by, "files");
        kept.record().findings().stream()
                .filter(f -> item != null && (item.equals(f.item()) || item.equals(f.id().toString())))
                .forEach(f -> rectification.proof(f.id(), files, by));
        audit.record(
                "visit.filesReceived", "visit", visit, require(visit, by).regionCode(), Map.of("files", files.size()));
    }

    /** Chooses whose answer to an item stands. */
    @Transactional
    public Detail choose(UUID id, String ifMatch, String item, UUID record, Account by) {
        Visit visit = require(id, by);
        ETags.requireMatch(ifMatch, visit.version());
        boolean answered = store.records(id).stream()
                .filter(k -> k.receipt().id().equals(record))
                .flatMap(k -> k.record().answers().stream())
                .anyMatch(a -> a.item().equals(item));
        if (!answered) {
            throw Problem.unprocessable("zone.visit.choice", "recordId");
        }
        store.choose(id, item, record, by, clock.instant());
        audit.record("visit.answerChosen", "visit", id, visit.regionCode(), Map.of("item", item));
        return detail(id, by);
    }

    /** The caller; or, for the office, somebody of its region whose exported file it hands in. */
    private Account author(String madeBy, Account by) {
        if (madeBy == null || madeBy.equals(by.subject())) {
            return by;
        }
        return accounts.find(madeBy)
                .filter(a -> OFFICE.contains(by.role())
                        && by.scope().coversRegion(a.scope().regionPrefix())
                        && (OFFICE.contains(a.role()) || Roles.INSPECTOR.equals(a.role())))
                .orElseThrow(() -> Problem.unprocessable("zone.record.madeBy", "madeBy"));
    }

    private VisitReceipt again(UUID id, String checksum, Account by) {
        VisitStore.Kept kept = store.record(id).orElseThrow();
        if (!kept.author().equals(by.subject()) || !kept.checksum().equals(checksum)) {
            throw Problem.conflict("zone.record.taken");
        }
        return kept.receipt();
    }

    /** The version of the checklist a record was made with, once its answers are seen to fit it. */
    private IndexSystem checked(VisitRecord r) {
        if (r.finishedAt().isBefore(r.startedAt())) {
            throw Problem.unprocessable("zone.record.order", "finishedAt");
        }
        IndexSystem system = systems.version(r.systemId());
        if (system.state() == IndexSystem.State.DRAFT) {
            throw Problem.unprocessable("zone.record.draft", "systemId");
        }
        List<FieldError> errors = systems.faults(system, r.answers());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return system;
    }

    private static String ruleCode(IndexSystem system, VisitRecord.Found f) {
        return f.item() == null ? null : system.document().code() + "/" + f.item();
    }

    /** The day of a visit by the office's clock: what a phone's clock was off by is taken off, and no visit is made tomorrow. */
    private LocalDate madeOn(Instant finishedAt, Instant sentAt, Instant now, boolean handedIn) {
        Duration off = Duration.between(now, sentAt);
        boolean wrong = !handedIn && off.abs().compareTo(CLOCK_TOLERANCE) > 0;
        Instant finished = wrong ? finishedAt.minus(off) : finishedAt;
        return LocalDate.ofInstant(finished.isAfter(now) ? now : finished, clock.getZone());
    }

    private static int clockOff(Instant sentAt, Instant now) {
        Duration off = Duration.between(now, sentAt);
        return off.abs().compareTo(CLOCK_TOLERANCE) <= 0
                ? 0
                : (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, off.toSeconds()));
    }

    /** The school of a record: one the caller sees, or that of a visit they were named for or go along on. */
    private SchoolName school(VisitRecord r, Account by) {
        return schools.find(r.schoolId(), by.scope())
                .or(() -> store.find(r.visitId(), by)
                        .filter(v -> v.schoolId().equals(r.schoolId()))
                        .flatMap(v -> schools.find(
                                v.schoolId(), Scope.region(by.scope().regionPrefix()))))
                .orElseThrow(() -> Problem.unprocessable("zone.visit.school", "schoolId"));
    }

    /** The caller, seeing that school only: findings of a visit to another zone's school are raised all the same. */
    private static Account at(SchoolName school, Account by) {
        return new Account(
                by.id(),
                by.subject(),
                by.username(),
                by.displayName(),
                by.role(),
                new Scope(by.scope().regionPrefix(), null, school.id()));
    }

    private Visit require(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("zone.visit.notFound", id));
    }
}
