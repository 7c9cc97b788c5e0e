package org.dudao.zone.internal.appraisal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.appraisal.AppraisalStore.Kept;
import org.dudao.zone.internal.appraisal.AppraisalStore.Person;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;

/** Appraisals of inspectors: counted, marked by the office, confirmed or returned by the director, read by the inspector. */
@ApplicationScoped
public class AppraisalService {
    @Inject
    AppraisalStore store;

    @Inject
    AppraisalCounts counts;

    @Inject
    Parameters parameters;

    @Inject
    AppraisalTellings tellings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** What somebody's year is made of as counted now. */
    private record Counted(AppraisalFigures figures, List<Parameters.Parameter> rules) {
        Appraisal.Basis basis(Integer officeMark) {
            return Appraisal.Basis.of(figures, rules, officeMark);
        }
    }

    @Transactional
    public Page<Appraisal.Row> list(AppraisalFilter filter, Account by) {
        List<Appraisal.Row> rows = rows(filter, by);
        int from = Math.min(filter.offset(), rows.size());
        return new Page<>(
                rows.subList(from, Math.min(from + filter.size, rows.size())), filter.page, filter.size, rows.size());
    }

    /** All that are filtered, in their order. */
    @Transactional
    public List<Appraisal.Row> rows(AppraisalFilter filter, Account by) {
        requireBegun(filter.year);
        return filter.narrow(rows(filter.year, store.people(filter.year, by), by));
    }

    /**
     * The years of one inspector, the latest first; for the inspector those confirmed. Empty for somebody the caller may not
     * see.
     */
    @Transactional
    public List<Appraisal.Row> of(UUID inspector, Account by) {
        List<Appraisal.Row> rows = new ArrayList<>();
        for (int year : store.years(inspector, by)) {
            rows.addAll(rows(year, store.person(inspector, year, by).stream().toList(), by));
        }
        return rows;
    }

    /** @throws Problem 404 for somebody not in office in the year or out of scope, and for the inspector before it is confirmed */
    @Transactional
    public Appraisal get(UUID inspector, int year, Account by) {
        requireBegun(year);
        Person person = require(inspector, year, by);
        Kept kept = store.kept(year, List.of(inspector)).get(inspector);
        Appraisal.Basis basis = kept != null && kept.snapshot() != null
                ? kept.snapshot()
                : counted(year, List.of(person), by).get(inspector).basis(kept == null ? null : kept.officeMark());
        boolean own = Objects.equals(person.account(), by.subject());
        Optional<Kept> written = Optional.ofNullable(kept);
        return new Appraisal(
                inspector,
                person.name(),
                person.kind(),
                year,
                written.map(Kept::state).orElse(null),
                basis,
                Documents.checksum(basis),
                written.map(Kept::officeMark).orElse(null),
                written.map(Kept::comment).orElse(null),
                written.map(Kept::submittedTotal).orElse(null),
                written.map(Kept::grade).orElse(null),
                written.map(Kept::gradeReason).orElse(null),
                store.steps(inspector, year),
                own,
                written.map(Kept::version).orElse(0L));
    }

    /**
     * Writes the office's own mark and comment.
     *
     * @param submit lays it before the director; both must be there then
     * @throws Problem 409 while it lies before the director, and once it is confirmed
     */
    @Transactional
    public Appraisal write(
            UUID inspector, int year, Integer mark, String comment, boolean submit, String ifMatch, Account by) {
        Appraisal before = get(inspector, year, by);
        ETags.requireMatch(ifMatch, before.version());
        if (before.state() == Appraisal.State.SUBMITTED || before.state() == Appraisal.State.CONFIRMED) {
            throw Problem.conflict("zone.appraisal.submitted");
        }
        if (submit && mark == null) {
            throw Problem.unprocessable("zone.appraisal.mark", "mark");
        }
        if (submit && comment == null) {
            throw Problem.unprocessable("zone.appraisal.comment", "comment");
        }
        Appraisal.State open = before.state() == null ? Appraisal.State.DRAFT : before.state();
        Counties.requireChanged(store.write(
                inspector,
                year,
                mark,
                comment,
                submit ? Appraisal.State.SUBMITTED : open,
                submit ? before.basis().marked(mark).score().total() : null,
                before.version()));
        Map<String, Object> detail = detail(before);
        Audit.putChange(detail, "mark", before.officeMark(), mark);
        Person of = record(submit ? "appraisal.submitted" : "appraisal.written", before, detail, by);
        if (submit) {
            store.add(inspector, year, Appraisal.Step.Kind.SUBMITTED, null, by, clock.instant());
            tellings.submitted(of, year);
        }
        return get(inspector, year, by);
    }

    /**
     * Confirms it with a grade; figures, rules and mark are fixed as they were seen.
     *
     * @param checksum of the basis that was looked at
     * @param reason needed where the grade is not the suggested one
     * @throws Problem 409 when a figure has changed since it was looked at
     */
    @Transactional
    public Appraisal confirm(
            UUID inspector,
            int year,
            AppraisalGrade grade,
            String reason,
            String checksum,
            String ifMatch,
            Account by) {
        Appraisal before = submitted(inspector, year, ifMatch, by);
        if (!before.checksum().equals(checksum)) {
            throw Problem.conflict("zone.appraisal.changed");
        }
        if (grade != before.basis().score().suggested() && reason == null) {
            throw Problem.unprocessable("zone.appraisal.reason", "reason");
        }
        Counties.requireChanged(store.decide(inspector, year, grade, reason, before.basis(), before.version()));
        store.add(inspector, year, Appraisal.Step.Kind.CONFIRMED, reason, by, clock.instant());
        Map<String, Object> detail = detail(before);
        detail.put("grade", grade);
        detail.put("total", before.basis().score().total());
        if (reason != null) {
            detail.put("reason", reason);
        }
        tellings.confirmed(record("appraisal.confirmed", before, detail, by), year);
        return get(inspector, year, by);
    }

    /** Gives it back to be written again. */
    @Transactional
    public Appraisal giveBack(UUID inspector, int year, String reason, String ifMatch, Account by) {
        Appraisal before = submitted(inspector, year, ifMatch, by);
        Counties.requireChanged(store.decide(inspector, year, null, null, null, before.version()));
        store.add(inspector, year, Appraisal.Step.Kind.RETURNED, reason, by, clock.instant());
        Map<String, Object> detail = detail(before);
        detail.put("reason", reason);
        tellings.returned(record("appraisal.returned", before, detail, by), year);
        return get(inspector, year, by);
    }

    /** The inspector says that they have read it (已阅), once, with a remark or without. */
    @Transactional
    public Appraisal acknowledge(UUID inspector, int year, String remark, String ifMatch, Account by) {
        Appraisal before = get(inspector, year, by);
        ETags.requireMatch(ifMatch, before.version());
        if (before.steps().stream().anyMatch(s -> s.kind() == Appraisal.Step.Kind.ACKNOWLEDGED)) {
            throw Problem.conflict("zone.appraisal.acknowledged");
        }
        Counties.requireChanged(store.touch(inspector, year, before.version()));
        store.add(inspector, year, Appraisal.Step.Kind.ACKNOWLEDGED, remark, by, clock.instant());
        record("appraisal.acknowledged", before, detail(before), by);
        return get(inspector, year, by);
    }

    private Appraisal submitted(UUID inspector, int year, String ifMatch, Account by) {
        Appraisal appraisal = get(inspector, year, by);
        ETags.requireMatch(ifMatch, appraisal.version());
        if (appraisal.state() != Appraisal.State.SUBMITTED) {
            throw Problem.conflict("zone.appraisal.notSubmitted");
        }
        return appraisal;
    }

    private List<Appraisal.Row> rows(int year, List<Person> people, Account by) {
        Map<UUID, Kept> kept = store.kept(year, people.stream().map(Person::id).toList());
        List<Person> open = people.stream()
                .filter(p -> !kept.containsKey(p.id()) || kept.get(p.id()).snapshot() == null)
                .toList();
        Map<UUID, Counted> counted = counted(year, open, by);
        return people.stream()
                .map(p -> row(p, year, kept.get(p.id()), counted.get(p.id())))
                .toList();
    }

    private static Appraisal.Row row(Person p, int year, Kept kept, Counted counted) {
        Integer mark = kept == null ? null : kept.officeMark();
        AppraisalScore score =
                counted == null ? kept.snapshot().score() : counted.basis(mark).score();
        return new Appraisal.Row(
                p.id(),
                p.name(),
                p.kind(),
                year,
                kept == null ? null : kept.state(),
                score.parts(),
                score.counted(),
                mark,
                score.total(),
                score.suggested(),
                kept == null ? null : kept.grade(),
                kept != null && kept.acknowledged());
    }

    /** Each county's inspectors are counted together, under the rules of the last day counted. */
    private Map<UUID, Counted> counted(int year, List<Person> people, Account by) {
        LocalDate from = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        LocalDate today = LocalDate.now(clock);
        LocalDate until = last.isAfter(today) ? today : last;
        Map<UUID, Counted> all = new HashMap<>();
        Map<String, List<UUID>> byCounty = people.stream()
                .collect(Collectors.groupingBy(
                        p -> Counties.of(p.region()),
                        LinkedHashMap::new,
                        Collectors.mapping(Person::id, Collectors.toList())));
        byCounty.forEach((county, ids) -> {
            List<Parameters.Parameter> rules = parameters.inForce(county, until, ParameterCodes.APPRAISAL);
            counts.count(county, from, until, ids, by)
                    .forEach((id, figures) -> all.put(id, new Counted(figures, rules)));
        });
        return all;
    }

    private Person require(UUID inspector, int year, Account by) {
        return store.person(inspector, year, by)
                .orElseThrow(() -> Problem.notFound("zone.appraisal.notFound", inspector, year));
    }

    private void requireBegun(int year) {
        if (year > LocalDate.now(clock).getYear()) {
            throw Problem.unprocessable("zone.appraisal.ahead", "year");
        }
    }

    private static Map<String, Object> detail(Appraisal a) {
        return new LinkedHashMap<>(Map.of("name", a.inspectorName(), "year", a.year()));
    }

    /** What the trail and messages call an appraisal. */
    static String subject(UUID inspector, int year) {
        return year + "-" + inspector;
    }

    private Person record(String action, Appraisal a, Map<String, Object> detail, Account by) {
        Person of = require(a.inspectorId(), a.year(), by);
        audit.record(action, "appraisal", subject(of.id(), a.year()), of.region(), detail);
        return of;
    }
}
