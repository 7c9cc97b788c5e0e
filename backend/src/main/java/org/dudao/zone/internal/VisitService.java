package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.Rectification;

/** Visits, planned or not, put together from what several phones recorded. */
@ApplicationScoped
public class VisitService {
    private static final Set<String> OFFICE = Set.of(Roles.DIRECTOR, Roles.OFFICER);

    /**
     * A visit with everything received for it.
     *
     * @param bodies what each phone sent, in the order of the receipts
     * @param photosShort items of the agreed answers that lack pictures
     * @param moves when its plan was moved to another day, oldest first
     */
    public record Detail(
            Visit visit,
            List<VisitReceipt> receipts,
            List<VisitRecord> bodies,
            MergedAnswers answers,
            List<PhotosShort> photosShort,
            List<Visit.Move> moves) {}

    @Inject
    VisitStore store;

    @Inject
    IndexSystems systems;

    @Inject
    Rectification rectification;

    @Inject
    Evidence evidence;

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
        MergedAnswers answers = MergedAnswers.of(
                records.stream()
                        .map(k -> new MergedAnswers.Given(
                                k.receipt().id(),
                                k.receipt().authorName(),
                                k.record().answers()))
                        .toList(),
                store.choices(id));
        return new Detail(
                visit,
                records.stream().map(VisitStore.Kept::receipt).toList(),
                records.stream().map(VisitStore.Kept::record).toList(),
                answers,
                PhotosShort.of(
                        answers.agreed(),
                        records.stream()
                                .map(k -> k.receipt().systemId())
                                .distinct()
                                .map(s -> systems.version(s).document())
                                .toList(),
                        evidence.attached(VisitProofs.TYPE, id)),
                store.moves(id));
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
        if (item != null && !kept.record().speaksOf(item)) {
            throw Problem.unprocessable("zone.record.item", "item", item);
        }
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
        Counties.requireChanged(store.choose(visit, item, record, by, clock.instant()));
        audit.record("visit.answerChosen", "visit", id, visit.regionCode(), Map.of("item", item));
        return detail(id, by);
    }

    private Visit require(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("zone.visit.notFound", id));
    }
}
