package org.dudao.zone.internal.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.innovation.InnovationCheck.HandAnswer;
import org.dudao.zone.internal.innovation.InnovationCheck.Item;
import org.dudao.zone.internal.innovation.InnovationCheck.State;
import org.dudao.zone.internal.plan.Parameters.Parameter;

/** The self-check of a county's year: counted while it is a draft, fixed when the director adopts it, then only added to. */
@ApplicationScoped
public class InnovationService {
    static final String FRAME = "INNOVATION_COUNTY";
    /** The first year that all rules it is judged by were in force in. */
    private static final int FIRST_YEAR = 2016;

    private static final Set<String> COMPLAINT_READERS = Set.of(Roles.DIRECTOR, Roles.OFFICER);

    @Inject
    InnovationStore store;

    @Inject
    InnovationCounting counting;

    @Inject
    IndexSystems systems;

    @Inject
    Evidence evidence;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What is adopted in the caller's region. */
    @Transactional
    public List<InnovationCheck.Row> adopted(Account by) {
        return store.adopted(by);
    }

    /**
     * @param county null for the caller's own
     * @param edition null for the newest the caller may see
     * @throws Problem 404 outside the caller's scope, for a year that lies ahead, and for an edition there is not
     */
    @Transactional
    public InnovationCheck get(int year, String county, Integer edition, Account by) {
        return found(year, county, edition, by);
    }

    /**
     * The things behind a number, those not in order first.
     *
     * @throws Problem 403 for complaints, which only the office reads
     */
    @Transactional
    public List<InnovationRow> rows(int year, String county, Integer edition, InnovationMeasure measure, Account by) {
        if (measure == InnovationMeasure.COMPLAINTS && !COMPLAINT_READERS.contains(by.role())) {
            throw Problem.forbidden("zone.innovation.complaints");
        }
        InnovationCheck check = found(year, county, edition, by);
        if (check.state() == State.ADOPTED) {
            return store.rows(check.id(), measure);
        }
        String region = check.regionCode();
        InnovationYear counted = counting.year(region, year);
        return counting.rows(measure, region, counted, counting.standards(region, counted.day()));
    }

    /**
     * Answers an item by hand.
     *
     * @param met null takes the answer back
     * @throws Problem 404 for an item that is measured or not in the index system, 409 once it is adopted
     */
    @Transactional
    public InnovationCheck answer(
            int year, String item, Boolean met, String note, List<UUID> files, String ifMatch, Account by) {
        String county = Counties.require(by);
        InnovationCheck check = draft(year, ifMatch, by);
        Item asked = check.conditions().stream()
                .flatMap(c -> c.items().stream())
                .filter(i -> i.code().equals(item) && i.measured() == null)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("zone.innovation.item", item));
        Map<String, HandAnswer> answers = new LinkedHashMap<>(answers(check));
        if (met == null) {
            answers.remove(item);
        } else {
            answers.put(item, new HandAnswer(met, note, files, by.displayName(), clock.instant()));
        }
        UUID id = check.id() == null ? Ids.newId() : check.id();
        Counties.requireChanged(
                check.id() == null
                        ? store.insert(id, county, year, 1, answers, null)
                        : store.answer(id, check.version(), answers));
        if (met != null) {
            evidence.attach(files, InnovationProofs.TYPE, id, item, by, "evidence");
        }
        audit.record(
                met == null ? "innovationCheck.answerRemoved" : "innovationCheck.answered",
                InnovationProofs.TYPE,
                id,
                county,
                Map.of("year", year, "item", asked.nameZh(), "met", met == null ? "" : met));
        return get(year, null, null, by);
    }

    /**
     * Adopts the draft: figures, standards, answers and the rows behind them are kept as they are today.
     *
     * @throws Problem 409 while an item is unanswered
     */
    @Transactional
    public InnovationCheck adopt(int year, String opinion, String ifMatch, Account by) {
        InnovationCheck check = draft(year, ifMatch, by);
        if (check.tally().unanswered() > 0) {
            throw Problem.conflict("zone.innovation.unanswered", check.tally().unanswered());
        }
        InnovationYear counted = counting.year(check.regionCode(), year);
        Map<InnovationMeasure, List<InnovationRow>> rows =
                counting.all(check.regionCode(), counted, counting.standards(check.regionCode(), counted.day()));
        Counties.requireChanged(store.adopt(
                check, frame(check.regionCode()).id(), rows, Optional.ofNullable(opinion), by, clock.instant()));
        audit.record(
                "innovationCheck.adopted",
                InnovationProofs.TYPE,
                check.id(),
                check.regionCode(),
                Map.of(
                        "year", year,
                        "edition", check.edition(),
                        "met", check.tally().met(),
                        "missed", check.tally().missed()));
        return get(year, null, null, by);
    }

    /** Begins another edition with the answers of the adopted one, which stays. */
    @Transactional
    public InnovationCheck reopen(int year, String reason, String ifMatch, Account by) {
        String county = Counties.require(by);
        InnovationCheck check = get(year, null, null, by);
        ETags.requireMatch(ifMatch, check.version());
        if (check.state() != State.ADOPTED) {
            throw Problem.conflict("zone.innovation.draft");
        }
        UUID id = Ids.newId();
        Map<String, HandAnswer> answers = answers(check);
        Counties.requireChanged(store.insert(id, county, year, check.edition() + 1, answers, reason));
        answers.forEach((item, a) -> evidence.attach(a.evidence(), InnovationProofs.TYPE, id, item, by, "evidence"));
        audit.record(
                "innovationCheck.reopened",
                InnovationProofs.TYPE,
                id,
                county,
                Map.of("year", year, "edition", check.edition() + 1, "reason", reason));
        return get(year, null, null, by);
    }

    private InnovationCheck draft(int year, String ifMatch, Account by) {
        Counties.require(by);
        InnovationCheck check = get(year, null, null, by);
        ETags.requireMatch(ifMatch, check.version());
        if (check.state() == State.ADOPTED) {
            throw Problem.conflict("zone.innovation.adopted");
        }
        return check;
    }

    private InnovationCheck found(int year, String asked, Integer edition, Account by) {
        String county = asked == null ? Counties.require(by) : asked;
        if (!Counties.of(county).equals(county) || !county.startsWith(by.scope().regionPrefix())) {
            throw Problem.notFound("zone.innovation.notFound", year);
        }
        if (year < FIRST_YEAR) {
            throw Problem.notFound("zone.innovation.notFound", year);
        }
        List<InnovationStore.Kept> all = store.editions(county, year, by);
        int latest = all.isEmpty() ? 1 : all.get(0).edition();
        Optional<InnovationStore.Kept> kept = all.stream()
                .filter(k -> edition == null || k.edition() == edition)
                .findFirst();
        if (kept.filter(InnovationStore.Kept::adopted).isPresent()) {
            return adopted(kept.get(), latest);
        }
        boolean drafts = COMPLAINT_READERS.contains(by.role());
        if (!drafts || year > today().getYear() || kept.isEmpty() && (!all.isEmpty() || edition != null)) {
            throw Problem.notFound("zone.innovation.notFound", year);
        }
        return counted(county, year, kept, latest);
    }

    private InnovationCheck counted(String county, int year, Optional<InnovationStore.Kept> kept, int latest) {
        InnovationYear counted = counting.year(county, year);
        Map<String, Parameter> standards = counting.standards(county, counted.day());
        List<InnovationCheck.Condition> conditions = InnovationJudging.judge(
                frame(county).document(),
                counting.all(county, counted, standards),
                standards,
                kept.map(InnovationStore.Kept::answers).orElse(Map.of()));
        return new InnovationCheck(
                kept.map(InnovationStore.Kept::id).orElse(null),
                county,
                year,
                kept.map(InnovationStore.Kept::edition).orElse(1),
                latest,
                State.DRAFT,
                counted.day(),
                InnovationJudging.tally(conditions),
                conditions,
                null,
                null,
                null,
                kept.map(InnovationStore.Kept::reopenedFor).orElse(null),
                kept.map(InnovationStore.Kept::version).orElse(0L));
    }

    private static InnovationCheck adopted(InnovationStore.Kept k, int latest) {
        InnovationCheck c = k.content();
        return new InnovationCheck(
                k.id(),
                c.regionCode(),
                c.year(),
                k.edition(),
                latest,
                State.ADOPTED,
                c.asOf(),
                c.tally(),
                c.conditions(),
                k.adoptedBy(),
                k.adoptedAt(),
                k.opinion(),
                k.reopenedFor(),
                k.version());
    }

    private static Map<String, HandAnswer> answers(InnovationCheck check) {
        Map<String, HandAnswer> answers = new LinkedHashMap<>();
        check.conditions().stream()
                .flatMap(c -> c.items().stream())
                .filter(i -> i.answer() != null)
                .forEach(i -> answers.put(i.code(), i.answer()));
        return answers;
    }

    private IndexSystem frame(String county) {
        return systems.current(FRAME, new Scope(county, null, null))
                .orElseThrow(() -> Problem.notFound("zone.innovation.frame", FRAME));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
