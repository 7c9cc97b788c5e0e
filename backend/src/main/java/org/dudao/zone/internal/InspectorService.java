package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.AccountDirectory;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.time.Days;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;
import org.dudao.registry.Zones;

/** The register of inspectors (督学): the person, training, and what keeps them from a school. */
@ApplicationScoped
public class InspectorService {
    private static final int COUNTY_DIGITS = 6;

    /**
     * Everything about one inspector.
     *
     * @param row how the person stands today
     * @param appointments terms, newest first
     * @param steps of all terms, oldest first
     * @param trainingHours hours the rule asks for in a year
     * @param yearsOfWork years of work the rule asks for
     */
    public record Detail(
            Inspector inspector,
            InspectorRow row,
            List<Appointment> appointments,
            List<AppointmentStep> steps,
            List<Training> trainings,
            List<Conflict> conflicts,
            int trainingHours,
            int yearsOfWork) {}

    @Inject
    InspectorStore store;

    @Inject
    PartStore parts;

    @Inject
    AssignmentStore assignments;

    @Inject
    Schools schools;

    @Inject
    Zones zones;

    @Inject
    AccountDirectory accounts;

    @Inject
    Evidence evidence;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Transactional
    public Page<InspectorRow> list(InspectorFilter filter, Account by) {
        return store.page(by, filter, today());
    }

    @Transactional
    public void forEach(InspectorFilter filter, Account by, Consumer<InspectorRow> consumer) {
        store.forEach(by, filter, today(), consumer);
    }

    @Transactional
    public Detail detail(UUID id, Account by) {
        Inspector inspector = require(id, by);
        ZoneRules rules = store.rules(today());
        return new Detail(
                inspector,
                store.row(id, by, today()),
                parts.appointments(id),
                parts.steps(id),
                parts.trainings(id),
                parts.conflicts(id),
                rules.trainingHours(),
                rules.yearsOfWork());
    }

    /** Enters a person; the same id twice is one person. */
    @Transactional
    public Detail register(Inspector given, Account by) {
        Optional<Inspector> known = store.find(given.id(), by);
        if (known.isPresent()) {
            return detail(given.id(), by);
        }
        String region = by.scope().regionPrefix();
        if (region.length() != COUNTY_DIGITS) {
            throw Problem.forbidden("zone.inspector.county");
        }
        check(given, region);
        Inspector inspector = of(given, region, 0);
        store.insert(inspector, clock.instant());
        attachPhoto(inspector, by);
        record("inspector.registered", inspector, Map.of("name", inspector.name()));
        return detail(inspector.id(), by);
    }

    @Transactional
    public Detail change(UUID id, String ifMatch, Inspector given, Account by) {
        Inspector before = at(id, ifMatch, by);
        check(given, before.regionCode());
        Inspector after = of(given, before.regionCode(), before.version());
        require(store.update(after));
        attachPhoto(after, by);
        if (after.account() != null) {
            // the account sees the zone its person belongs to
            assignments.zoneOf(id, today()).ifPresent(zone -> zones.moveAccount(after.account(), zone));
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        Audit.putChange(changes, "name", before.name(), after.name());
        Audit.putChange(changes, "kind", before.kind(), after.kind());
        Audit.putChange(changes, "employer", before.employer(), after.employer());
        Audit.putChange(changes, "post", before.post(), after.post());
        Audit.putChange(changes, "degree", before.degree(), after.degree());
        Audit.putChange(changes, "worksSince", before.worksSince(), after.worksSince());
        Audit.putChange(changes, "account", before.account(), after.account());
        if (!java.util.Objects.equals(before.phone(), after.phone())) {
            changes.put("phone", new Audit.Change(mask(before.phone()), mask(after.phone())));
        }
        record("inspector.changed", after, changes);
        return detail(id, by);
    }

    /** Records a training with its certificates; the same id twice is one training. */
    @Transactional
    public Detail train(UUID id, String ifMatch, Training t, Account by) {
        if (parts.trainings(require(id, by).id()).stream()
                .anyMatch(known -> known.id().equals(t.id()))) {
            return detail(id, by);
        }
        Inspector inspector = at(id, ifMatch, by);
        requireNotEarly("fromDay", t.fromDay());
        if (t.untilDay().isBefore(t.fromDay())) {
            throw Problem.unprocessable("zone.training.order", "untilDay");
        }
        if (t.untilDay().isAfter(today())) {
            throw Problem.unprocessable("zone.future", "untilDay", t.untilDay());
        }
        requirePossible(t);
        require(store.touch(inspector));
        parts.add(id, t, by, clock.instant());
        evidence.attach(t.evidence(), InspectorProofs.TYPE, id, t.id().toString(), by, "evidence");
        record("inspector.trained", inspector, Map.of("topic", t.topic(), "hours", t.hours()));
        return detail(id, by);
    }

    @Transactional
    public Detail removeTraining(UUID id, UUID training, String ifMatch, Account by) {
        Inspector inspector = at(id, ifMatch, by);
        Training gone = parts.trainings(id).stream()
                .filter(t -> t.id().equals(training))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("zone.training.notFound", training));
        require(store.touch(inspector));
        parts.removeTraining(id, training);
        record("inspector.trainingRemoved", inspector, Map.of("topic", gone.topic(), "hours", gone.hours()));
        return detail(id, by);
    }

    /** Records what keeps the person from a school (回避). */
    @Transactional
    public Detail conflict(UUID id, String ifMatch, UUID school, Conflict.Kind kind, String note, Account by) {
        Inspector inspector = at(id, ifMatch, by);
        SchoolName found = schools.find(school, by.scope())
                .orElseThrow(() -> Problem.unprocessable("zone.conflict.school", "schoolId"));
        require(store.touch(inspector));
        if (!parts.add(id, new Conflict(Ids.newId(), school, found.name(), kind, note), by, clock.instant())) {
            throw Problem.conflict("zone.conflict.known", found.name());
        }
        record("inspector.conflictRecorded", inspector, Map.of("school", found.name(), "kind", kind));
        return detail(id, by);
    }

    @Transactional
    public Detail removeConflict(UUID id, UUID conflict, String ifMatch, Account by) {
        Inspector inspector = at(id, ifMatch, by);
        Conflict gone = parts.conflicts(id).stream()
                .filter(c -> c.id().equals(conflict))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("zone.conflict.notFound", conflict));
        require(store.touch(inspector));
        parts.removeConflict(id, conflict);
        record("inspector.conflictRemoved", inspector, Map.of("school", gone.schoolName(), "kind", gone.kind()));
        return detail(id, by);
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Inspector at(UUID id, String ifMatch, Account by) {
        Inspector inspector = require(id, by);
        ETags.requireMatch(ifMatch, inspector.version());
        return inspector;
    }

    private Inspector require(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("zone.inspector.notFound", id));
    }

    private void check(Inspector given, String region) {
        if (given.worksSince() != null && given.worksSince().isAfter(today())) {
            throw Problem.unprocessable("zone.future", "worksSince", given.worksSince());
        }
        requireNotEarly("worksSince", given.worksSince());
        if (given.account() == null) {
            return;
        }
        if (accounts.find(given.account())
                .filter(a -> a.role().equals(Roles.INSPECTOR)
                        && a.scope().regionPrefix().startsWith(region))
                .isEmpty()) {
            throw Problem.unprocessable("zone.inspector.account", "account");
        }
        if (store.taken(given.account(), given.id())) {
            throw Problem.unprocessable("zone.inspector.accountTaken", "account");
        }
    }

    private static void requireNotEarly(String field, LocalDate day) {
        if (day != null && day.isBefore(Days.EARLIEST)) {
            throw Problem.unprocessable("zone.early", field, day, Days.EARLIEST);
        }
    }

    /** No day has more than 24 hours: what was typed into the wrong box is asked about. */
    private static void requirePossible(Training t) {
        long days = java.time.temporal.ChronoUnit.DAYS.between(t.fromDay(), t.untilDay()) + 1;
        if (t.hours().compareTo(BigDecimal.valueOf(days * 24)) > 0) {
            throw Problem.unprocessable("zone.training.hours", "hours", t.hours(), days);
        }
    }

    private void attachPhoto(Inspector i, Account by) {
        if (i.photo() != null) {
            evidence.attach(List.of(i.photo()), InspectorProofs.TYPE, i.id(), "photo", by, "photo");
        }
    }

    static void require(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }

    private void record(String action, Inspector i, Map<String, ?> detail) {
        audit.record(action, "inspector", i.id(), i.regionCode(), detail);
    }

    private static String mask(String phone) {
        return phone == null ? null : Phones.masked(phone);
    }

    private static Inspector of(Inspector given, String region, long version) {
        return new Inspector(
                given.id(),
                region,
                given.name(),
                given.kind(),
                given.employer(),
                given.post(),
                given.degree(),
                given.worksSince(),
                given.subjects(),
                given.phone(),
                given.photo(),
                given.account(),
                version);
    }
}
