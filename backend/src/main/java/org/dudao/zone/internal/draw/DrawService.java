package org.dudao.zone.internal.draw;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.dudao.zone.internal.Visit;
import org.dudao.zone.internal.VisitPlanning;
import org.dudao.zone.internal.VisitRecord;

/** Random draws: looked at, done once, drawn again to check, declared void, and the visits planned from them. */
@ApplicationScoped
public class DrawService {
    /** Seeds a person can read out. */
    private static final int SEEDS = 1_000_000_000;

    @Inject
    DrawStore store;

    @Inject
    VisitPlanning planning;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    private final SecureRandom random = new SecureRandom();

    /** What would be drawn from; nothing is drawn or kept. */
    @Transactional
    public RandomDraw.Preview preview(RandomDraw.Wish wish, Account by) {
        return pool(Counties.require(by), wish);
    }

    /**
     * Draws, once. The seed is the server's, so that nobody chooses an outcome.
     *
     * @param id made by the caller; the same twice is one draw
     * @param checksum of the pool that was looked at
     * @throws Problem 409 when the pool has changed since or nothing can be drawn from it, 422 when it is too small for the wish
     */
    @Transactional
    public RandomDraw draw(UUID id, RandomDraw.Wish wish, String checksum, Account by) {
        String county = Counties.require(by);
        Optional<RandomDraw> known = store.find(id, by);
        if (known.isPresent()) {
            return known.get();
        }
        RandomDraw.Preview pool = pool(county, wish);
        if (!pool.checksum().equals(checksum)) {
            throw Problem.conflict("zone.draw.changed");
        }
        requireEnough(wish, pool);
        Lots.Input input = new Lots.Input(
                1 + random.nextInt(SEEDS - 1),
                wish.schools(),
                wish.inspectors(),
                wish.groupSize(),
                pool.schools(),
                pool.inspectors(),
                pool.barred());
        Lots.Outcome outcome = LotDrawer.draw(input)
                .orElseThrow(() -> Problem.conflict("zone.draw.impossible", LotDrawer.MOST_ATTEMPTS));
        if (!store.insert(id, county, wish, input, pool.excluded(), outcome, by, clock.instant())) {
            throw Problem.conflict("zone.draw.taken");
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("title", wish.title());
        detail.put("seed", input.seed());
        detail.put("schools", wish.schools());
        detail.put("inspectors", wish.inspectors());
        audit.record("draw.done", "draw", id, county, detail);
        return get(id, by);
    }

    @Transactional
    public Page<RandomDraw.Row> list(DrawFilter filter, Account by) {
        return store.page(filter, by);
    }

    /** All that are filtered, in their order. */
    @Transactional
    public List<RandomDraw.Row> all(DrawFilter filter, Account by) {
        return store.all(filter, by);
    }

    @Transactional
    public RandomDraw get(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("zone.draw.notFound", id));
    }

    /** Draws it again from what was kept, to see that it comes out the same. */
    @Transactional
    public RandomDraw.Repeat repeat(UUID id, Account by) {
        RandomDraw draw = get(id, by);
        Lots.Input input = store.input(id);
        Lots.Outcome again = LotDrawer.draw(input).orElse(null);
        return new RandomDraw.Repeat(draw.outcome().equals(again), input.seed(), draw.pool(), again);
    }

    /** Declares it void; it stays listed, and what of its visits lies ahead is dropped. */
    @Transactional
    public RandomDraw declareVoid(UUID id, String ifMatch, String reason, Account by) {
        RandomDraw draw = valid(id, ifMatch, by);
        int dropped = store.declareVoid(draw, reason, by, clock.instant())
                .orElseThrow(() -> new Problem(412, "kernel.stale", List.of()));
        audit.record("draw.voided", "draw", id, draw.regionCode(), Map.of("reason", reason, "visits", dropped));
        return get(id, by);
    }

    /**
     * Plans a visit to each school drawn: joint (协作) for a group, special (专项) for one inspector or none.
     *
     * @param systemId checklist to use; null leaves it open
     * @throws Problem 409 without schools, or when they are planned or the draw is void, 422 for a day that is past
     */
    @Transactional
    public RandomDraw plan(UUID id, String ifMatch, LocalDate on, UUID systemId, Account by) {
        RandomDraw draw = valid(id, ifMatch, by);
        if (draw.outcome().groups().isEmpty()) {
            throw Problem.conflict("zone.draw.noSchools");
        }
        if (draw.visitsOn() != null) {
            throw Problem.conflict("zone.draw.planned");
        }
        if (on.isBefore(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.visit.movePast", "on");
        }
        List<RandomDraw.PlannedVisit> visits = new ArrayList<>();
        for (Lots.Group group : draw.outcome().groups()) {
            UUID visit = Ids.newId();
            planning.plan(visit(visit, group, on, systemId), by);
            visits.add(new RandomDraw.PlannedVisit(group.school().id(), visit));
        }
        Counties.requireChanged(store.planned(draw, on, visits));
        audit.record("draw.visitsPlanned", "draw", id, draw.regionCode(), Map.of("on", on, "visits", visits.size()));
        return get(id, by);
    }

    private static VisitPlanning.NewVisit visit(UUID id, Lots.Group group, LocalDate on, UUID systemId) {
        List<Lots.Lot> people = group.inspectors();
        List<Visit.Participant> along = people.stream()
                .skip(1)
                .map(p -> new Visit.Participant(p.id(), p.name()))
                .toList();
        return new VisitPlanning.NewVisit(
                id,
                group.school().id(),
                along.isEmpty() ? VisitRecord.Kind.SPECIAL : VisitRecord.Kind.JOINT,
                on,
                systemId,
                people.isEmpty() ? null : people.get(0).id(),
                along);
    }

    private RandomDraw valid(UUID id, String ifMatch, Account by) {
        RandomDraw draw = get(id, by);
        ETags.requireMatch(ifMatch, draw.version());
        if (draw.voidedFor() != null) {
            throw Problem.conflict("zone.draw.voided");
        }
        return draw;
    }

    private RandomDraw.Preview pool(String county, RandomDraw.Wish wish) {
        if (wish.day().isBefore(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.draw.past", "day");
        }
        if (wish.schools() + wish.inspectors() == 0) {
            throw Problem.unprocessable("zone.draw.nothing", "schools");
        }
        if (wish.paired() && wish.inspectors() > wish.schools() * wish.groupSize()) {
            throw Problem.unprocessable(
                    "zone.draw.idle", "inspectors", wish.inspectors(), wish.schools() * wish.groupSize());
        }
        if (wish.paired() && wish.inspectors() < wish.groupSize()) {
            throw Problem.unprocessable("zone.draw.group", "groupSize", wish.inspectors());
        }
        List<Lots.Lot> schools = wish.schools() == 0 ? List.of() : store.schools(county, wish);
        List<Lots.Lot> inspectors = wish.inspectors() == 0 ? List.of() : store.inspectors(county, wish.day(), true);
        List<Lots.Excluded> excluded = new ArrayList<>();
        if (wish.inspectors() > 0) {
            store.inspectors(county, wish.day(), false)
                    .forEach(i -> excluded.add(
                            new Lots.Excluded(Lots.Side.INSPECTOR, i.id(), i.name(), Lots.Reason.NOT_IN_OFFICE)));
        }
        List<Lots.Barred> barred = List.of();
        if (wish.paired()) {
            barred = store.barred(schools, inspectors, wish.day(), wish.leaveOutOwn());
            excluded.addAll(LotDrawer.hopeless(schools, inspectors, barred, wish.groupSize()));
        }
        Set<UUID> out = excluded.stream().map(Lots.Excluded::id).collect(Collectors.toSet());
        List<Lots.Lot> schoolPool = without(schools, out);
        List<Lots.Lot> inspectorPool = without(inspectors, out);
        List<Lots.Barred> kept = barred.stream()
                .filter(b -> !out.contains(b.schoolId()) && !out.contains(b.inspectorId()))
                .toList();
        return new RandomDraw.Preview(
                schoolPool,
                inspectorPool,
                kept,
                excluded,
                Documents.checksum(List.of(wish, schoolPool, inspectorPool, kept, excluded)));
    }

    private static void requireEnough(RandomDraw.Wish wish, RandomDraw.Preview pool) {
        if (wish.schools() > pool.schools().size()) {
            throw Problem.unprocessable(
                    "zone.draw.schools", "schools", pool.schools().size(), wish.schools());
        }
        if (wish.inspectors() > pool.inspectors().size()) {
            throw Problem.unprocessable(
                    "zone.draw.inspectors", "inspectors", pool.inspectors().size(), wish.inspectors());
        }
    }

    private static List<Lots.Lot> without(List<Lots.Lot> lots, Set<UUID> out) {
        return lots.stream().filter(l -> !out.contains(l.id())).toList();
    }
}
