package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.Rectification;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;

/** Receives records from phones, once however often they are sent. */
@ApplicationScoped
public class VisitIntake {
    private static final String ORIGIN = "zone";
    private static final Set<String> OFFICE = Set.of(Roles.DIRECTOR, Roles.OFFICER);

    /** No phone's clock starts before, and none of these records is read after. */
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    /**
     * A record as it was sent.
     *
     * @param sentAt the phone's clock at sending, or at exporting
     * @param madeBy subject of who made it, when the office hands it in from an exported file; null for the caller's own
     */
    public record Sent(VisitRecord record, Instant sentAt, String madeBy) {}

    /**
     * A record as it will be written down.
     *
     * @param checksum of the body
     */
    private record Written(Sent sent, Account author, String body, String checksum) {
        static Written of(Sent sent, Account author) {
            String body = Documents.write(sent.record());
            return new Written(sent, author, body, Documents.checksumOf(body));
        }

        UUID id() {
            return sent.record().id();
        }
    }

    /** A record that was looked at and may be kept. */
    private record Checked(IntakeStore.Entry entry, SchoolName school, IndexSystem system) {
        UUID id() {
            return entry.record().id();
        }

        UUID visit() {
            return entry.record().visitId();
        }
    }

    @Inject
    VisitStore visits;

    @Inject
    IntakeStore store;

    @Inject
    Schools schools;

    @Inject
    IndexSystems systems;

    @Inject
    Parameters parameters;

    @Inject
    Rectification rectification;

    @Inject
    AccountDirectory accounts;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Takes in a record under the checklist it was made with, whatever became of the plan or the checklist meanwhile. Its findings
     * go into the ledger in the same transaction; its files follow.
     *
     * @return the receipt; the first one again when the same record is sent again
     * @throws Problem 409 when the id is another record's, 422 naming every field that is wrong
     */
    @Transactional
    public VisitReceipt receive(Sent sent, Account by) {
        return receive(List.of(sent), by).get(0);
    }

    /**
     * Takes in several records, all or none.
     *
     * @param sent each of another visit
     * @return receipts in the order of the records
     * @throws Problem as the other, of the first record something is wrong with
     */
    @Transactional
    public List<VisitReceipt> receive(List<Sent> sent, Account by) {
        List<Written> written =
                sent.stream().map(s -> Written.of(s, author(s.madeBy(), by))).toList();
        // what is here already is answered whatever became of school, zone or checklist since
        Map<UUID, IntakeStore.Known> known =
                store.known(written.stream().map(Written::id).toList());
        Map<UUID, VisitReceipt> receipts = new HashMap<>();
        List<Written> fresh = new ArrayList<>();
        for (Written w : written) {
            if (known.containsKey(w.id())) {
                receipts.put(w.id(), again(known.get(w.id()), w.author(), w.checksum()));
            } else {
                fresh.add(w);
            }
        }
        if (!fresh.isEmpty()) {
            receipts.putAll(take(fresh, by));
        }
        return written.stream().map(w -> receipts.get(w.id())).toList();
    }

    private Map<UUID, VisitReceipt> take(List<Written> written, Account by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Checked> all = checked(written, now, by);
        Set<UUID> unplanned = store.enter(entries(all), now);
        requireKnown(all.stream().filter(c -> !unplanned.contains(c.visit())).toList());
        Set<UUID> kept = store.keep(entries(all), now);
        List<Checked> fresh = all.stream().filter(c -> kept.contains(c.id())).toList();
        List<Checked> planned =
                fresh.stream().filter(c -> !unplanned.contains(c.visit())).toList();
        if (!planned.isEmpty()) {
            store.made(entries(planned));
        }
        fresh.forEach(this::raise);
        audit.recordAll(fresh.stream().map(VisitIntake::act).toList());
        return all.stream().collect(Collectors.toMap(Checked::id, c -> {
            // kept meanwhile by the same record sent at the same time
            return kept.contains(c.id())
                    ? c.entry().receipt()
                    : again(
                            store.known(List.of(c.id())).get(c.id()),
                            c.entry().author(),
                            c.entry().checksum());
        }));
    }

    private List<Checked> checked(List<Written> written, Instant now, Account by) {
        Map<String, VisitTimes.Limits> limits = new HashMap<>();
        Map<UUID, IndexSystem> versions = new HashMap<>();
        Map<Account, Map<UUID, SchoolName>> seen = new HashMap<>();
        written.stream()
                .collect(Collectors.groupingBy(Written::author))
                .forEach((author, theirs) -> seen.put(
                        author,
                        schools.find(
                                theirs.stream()
                                        .map(w -> w.sent().record().schoolId())
                                        .collect(Collectors.toSet()),
                                author.scope())));
        List<Checked> checked = new ArrayList<>();
        for (Written w : written) {
            VisitRecord r = w.sent().record();
            SchoolName school = seen.get(w.author()).get(r.schoolId());
            if (school == null) {
                school = elsewhere(r, w.author());
            }
            IndexSystem system = versions.computeIfAbsent(r.systemId(), systems::version);
            requireFitting(w.sent(), system);
            boolean handedIn = w.author() != by;
            VisitTimes times = VisitTimes.of(
                    r,
                    w.sent().sentAt(),
                    handedIn,
                    now,
                    clock.getZone(),
                    limits.computeIfAbsent(Counties.of(school.regionCode()), this::limits));
            VisitReceipt receipt = new VisitReceipt(
                    r.id(),
                    r.visitId(),
                    w.author().displayName(),
                    handedIn ? by.displayName() : null,
                    r.systemId(),
                    w.sent().sentAt().truncatedTo(ChronoUnit.MICROS),
                    now,
                    times.clockOff(),
                    times.doubts());
            checked.add(new Checked(
                    new IntakeStore.Entry(r, w.body(), w.checksum(), school.regionCode(), w.author(), times, receipt),
                    school,
                    system));
        }
        return checked;
    }

    private static List<IntakeStore.Entry> entries(List<Checked> checked) {
        return checked.stream().map(Checked::entry).toList();
    }

    private VisitTimes.Limits limits(String county) {
        List<Parameters.Parameter> found = parameters.inForce(
                county,
                LocalDate.now(clock),
                List.of(ParameterCodes.RECORD_LATE_DAYS, ParameterCodes.VISIT_LONGEST_HOURS));
        return new VisitTimes.Limits(found.get(0).value(), found.get(1).value());
    }

    /** A visit that was known before must be one of the same school, seen by the author. */
    private void requireKnown(List<Checked> known) {
        Map<Account, List<Checked>> byAuthor =
                known.stream().collect(Collectors.groupingBy(c -> c.entry().author()));
        byAuthor.forEach((author, theirs) -> {
            Map<UUID, UUID> seen =
                    store.schools(theirs.stream().map(Checked::visit).collect(Collectors.toSet()), author);
            if (theirs.stream().anyMatch(c -> !c.school().id().equals(seen.get(c.visit())))) {
                throw Problem.unprocessable("zone.record.visit", "visitId");
            }
        });
    }

    private void raise(Checked c) {
        for (VisitRecord.Found f : c.entry().record().findings()) {
            rectification.raise(
                    new NewFinding(
                            f.id(),
                            c.school().id(),
                            null,
                            ORIGIN,
                            c.id().toString(),
                            f.item() == null ? null : c.system().document().code() + "/" + f.item(),
                            f.rule(),
                            f.description(),
                            f.severity(),
                            null,
                            null,
                            c.entry().times().madeOn()),
                    at(c.school(), c.entry().author()));
        }
    }

    private static Audit.Act act(Checked c) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("school", c.school().name());
        detail.put("findings", c.entry().record().findings().size());
        if (!c.entry().times().doubts().isEmpty()) {
            detail.put("doubts", c.entry().times().doubts());
        }
        return new Audit.Act(
                "visit.recordReceived",
                "visit",
                c.visit(),
                c.school().name() + " " + c.entry().times().madeOn(),
                c.school().regionCode(),
                detail);
    }

    private static VisitReceipt again(IntakeStore.Known kept, Account author, String checksum) {
        if (!kept.author().equals(author.subject()) || !kept.checksum().equals(checksum)) {
            throw Problem.conflict("zone.record.taken");
        }
        return kept.receipt();
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

    /** A record must be whole and fit the version of the checklist it was made with. */
    private void requireFitting(Sent sent, IndexSystem system) {
        VisitRecord r = sent.record();
        List<FieldError> errors = new ArrayList<>();
        possible(r.startedAt(), "startedAt", errors);
        possible(r.finishedAt(), "finishedAt", errors);
        possible(sent.sentAt(), "sentAt", errors);
        if (r.finishedAt().isBefore(r.startedAt())) {
            errors.add(FieldError.of("finishedAt", "zone.record.order"));
        }
        if (r.answers().isEmpty() && r.findings().isEmpty()) {
            errors.add(FieldError.of("answers", "zone.record.empty"));
        }
        for (int i = 0; i < r.answers().size(); i++) {
            if (!says(r.answers().get(i))) {
                errors.add(FieldError.of("answers[" + i + "]", "zone.record.unanswered"));
            }
        }
        if (r.position() == null
                && (r.positionNote() == null || r.positionNote().isBlank())) {
            errors.add(FieldError.of("positionNote", "zone.record.place"));
        }
        if (system.state() == IndexSystem.State.DRAFT) {
            errors.add(FieldError.of("systemId", "zone.record.draft"));
        } else {
            errors.addAll(systems.faults(system, r.answers()));
            Set<String> items = system.document().itemCodes();
            for (int i = 0; i < r.findings().size(); i++) {
                String item = r.findings().get(i).item();
                if (item != null && !items.contains(item)) {
                    errors.add(FieldError.of("findings[" + i + "].item", "zone.record.item", item));
                }
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    /** Whether anything was put down for an item. */
    private static boolean says(Answer a) {
        return a.notApplicable()
                || a.choice() != null
                || a.number() != null
                || a.text() != null && !a.text().isBlank()
                || a.marks() != null
                || a.longitude() != null
                || !a.evidence().isEmpty()
                || a.note() != null && !a.note().isBlank();
    }

    private static void possible(Instant at, String field, List<FieldError> errors) {
        if (at.isBefore(EARLIEST) || !at.isBefore(LATEST)) {
            errors.add(FieldError.of(field, "zone.record.instant"));
        }
    }

    /** A school the author does not see, of a visit they were named for or go along on. */
    private SchoolName elsewhere(VisitRecord r, Account author) {
        return visits.find(r.visitId(), author)
                .filter(v -> v.schoolId().equals(r.schoolId()))
                .flatMap(v ->
                        schools.find(v.schoolId(), Scope.region(author.scope().regionPrefix())))
                .orElseThrow(() -> Problem.unprocessable("zone.visit.school", "schoolId"));
    }

    /** The author, seeing that school only: findings of a visit to another zone's school are raised all the same. */
    private static Account at(SchoolName school, Account author) {
        return new Account(
                author.id(),
                author.subject(),
                author.username(),
                author.displayName(),
                author.role(),
                new Scope(author.scope().regionPrefix(), null, school.id()));
    }
}
