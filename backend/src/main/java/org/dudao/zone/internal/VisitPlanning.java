package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystems;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.Rectification;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;

/** Single visits planned by a person, with the checklist to use and who goes along, and plans dropped. */
@ApplicationScoped
public class VisitPlanning {
    /** Nobody plans further ahead than a year. */
    private static final int MOST_DAYS_AHEAD = 366;

    /**
     * A visit to be made.
     *
     * @param id made by the caller; the same id twice is one visit
     * @param systemId checklist to use, a version; null leaves it open
     * @param inspectorId who is to go; null for whoever answers for the school on the day
     * @param participants who else goes along; at least one on a joint visit (协作督导), none on another
     */
    public record NewVisit(
            UUID id,
            UUID schoolId,
            VisitRecord.Kind kind,
            LocalDate on,
            UUID systemId,
            UUID inspectorId,
            List<Visit.Participant> participants) {}

    @Inject
    VisitStore store;

    @Inject
    VisitService visits;

    @Inject
    Schools schools;

    @Inject
    IndexSystems systems;

    @Inject
    Rectification rectification;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Plans a visit a person chose the day of.
     *
     * @param dayOff that the day is known to be a day off; needed for one
     * @throws Problem 422 naming the field that cannot be, 409 for a conflict of interest (回避), a day off nobody said was known,
     *     a visit of that kind planned at the school on that day already, or an id another visit was planned under
     */
    @Transactional
    public VisitService.Detail byHand(NewVisit v, boolean dayOff, Account by) {
        if (store.find(v.id(), by).isPresent()) {
            return again(v, by);
        }
        LocalDate last = LocalDate.now(clock).plusDays(MOST_DAYS_AHEAD);
        if (v.on().isBefore(LocalDate.now(clock))) {
            throw Problem.unprocessable("zone.visit.planPast", "on");
        }
        if (v.on().isAfter(last)) {
            throw Problem.unprocessable("zone.visit.planAhead", "on", last);
        }
        SchoolName school = requireSchool(v, by);
        if (!dayOff
                && !rectification.daysOff(school.regionCode(), v.on(), v.on()).isEmpty()) {
            throw Problem.conflict("zone.visit.dayOff", v.on());
        }
        if (store.planned(v.schoolId(), v.on(), v.kind(), by)) {
            throw Problem.conflict("zone.visit.planned", school.name(), v.on());
        }
        return plan(v, by);
    }

    /**
     * Plans a visit whose day was settled with something else, as a draw's.
     *
     * @throws Problem 422 naming the field that cannot be, 409 for a conflict of interest (回避) or an id another visit was
     *     planned under
     */
    @Transactional
    public VisitService.Detail plan(NewVisit v, Account by) {
        SchoolName school = requireSchool(v, by);
        requireChecklist(v.systemId(), by);
        UUID goes = v.inspectorId() == null
                ? null
                : requireInspector(v.inspectorId(), school, v.on(), by, "inspectorId")
                        .id();
        VisitStore.Entry entry = new VisitStore.Entry(
                v.id(),
                school.regionCode(),
                v.schoolId(),
                v.kind(),
                v.on(),
                v.systemId(),
                goes,
                requireParticipants(v, school, by));
        if (!store.insert(entry, by.subject(), clock.instant())) {
            return again(v, by);
        }
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("school", school.name());
        detail.put("on", v.on());
        audit.record("visit.planned", "visit", v.id(), school.regionCode(), detail);
        return visits.detail(v.id(), by);
    }

    /** The visit as it stands, when the same was planned under its id before, whatever became of it since. */
    private VisitService.Detail again(NewVisit v, Account by) {
        store.entered(v.id())
                .filter(e -> e.school().equals(v.schoolId())
                        && e.kind() == v.kind()
                        && v.on().equals(e.plannedOn())
                        && Objects.equals(e.systemId(), v.systemId())
                        && Objects.equals(e.inspectorId(), v.inspectorId())
                        && called(e.participants()).equals(called(v.participants())))
                .orElseThrow(() -> Problem.conflict("zone.visit.taken"));
        return visits.detail(v.id(), by);
    }

    /** Who goes along: an inspector by id, whose name the register says; anybody else by name. */
    private static List<String> called(List<Visit.Participant> participants) {
        return participants.stream()
                .map(p -> p.inspectorId() == null ? p.name() : p.inspectorId().toString())
                .toList();
    }

    /** Drops a plan; a record that comes later is taken all the same. */
    @Transactional
    public VisitService.Detail cancel(UUID id, String ifMatch, String reason, Account by) {
        Visit visit = store.find(id, by).orElseThrow(() -> Problem.notFound("zone.visit.notFound", id));
        ETags.requireMatch(ifMatch, visit.version());
        if (visit.state() != Visit.State.PLANNED) {
            throw Problem.conflict("zone.visit.state");
        }
        Counties.requireChanged(store.cancel(visit, reason));
        audit.record("visit.cancelled", "visit", id, visit.regionCode(), Map.of("reason", reason));
        return visits.detail(id, by);
    }

    /**
     * Moves a plan to another day. An inspector moves their own only.
     *
     * @param dayOff that the new day is known to be a day off; needed for one
     * @throws Problem 409 for a visit made or dropped, or a day off nobody said was known, 422 for a day that is past
     */
    @Transactional
    public VisitService.Detail move(UUID id, String ifMatch, LocalDate to, boolean dayOff, String reason, Account by) {
        Visit visit = store.find(id, by).orElseThrow(() -> Problem.notFound("zone.visit.notFound", id));
        ETags.requireMatch(ifMatch, visit.version());
        if (by.role().equals(Roles.INSPECTOR)
                && store.inspectorOf(by)
                        .filter(me -> me.equals(visit.inspectorId()))
                        .isEmpty()) {
            throw Problem.forbidden("zone.visit.others");
        }
        if (visit.state() != Visit.State.PLANNED) {
            throw Problem.conflict("zone.visit.moveState");
        }
        if (to.isBefore(LocalDate.now(clock)) || to.equals(visit.plannedOn())) {
            throw Problem.unprocessable(
                    to.equals(visit.plannedOn()) ? "zone.visit.moveSame" : "zone.visit.movePast", "to");
        }
        boolean off = !rectification.daysOff(visit.regionCode(), to, to).isEmpty();
        if (off && !dayOff) {
            throw Problem.conflict("zone.visit.dayOff", to);
        }
        Counties.requireChanged(store.move(visit, to, off, reason, by, clock.instant()));
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "on", visit.plannedOn(), to);
        detail.put("reason", reason);
        audit.record("visit.moved", "visit", id, visit.regionCode(), detail);
        return visits.detail(id, by);
    }

    private SchoolName requireSchool(NewVisit v, Account by) {
        return schools.find(v.schoolId(), by.scope())
                .orElseThrow(() -> Problem.unprocessable("zone.visit.school", "schoolId"));
    }

    private void requireChecklist(UUID id, Account by) {
        if (id == null) {
            return;
        }
        IndexSystem system = systems.find(id)
                .filter(s -> s.regionCode() == null || by.scope().regionPrefix().startsWith(s.regionCode()))
                .orElseThrow(() -> Problem.unprocessable("zone.visit.checklist", "systemId"));
        if (system.state() != IndexSystem.State.PUBLISHED) {
            throw Problem.unprocessable("zone.record.draft", "systemId");
        }
    }

    private List<Visit.Participant> requireParticipants(NewVisit v, SchoolName school, Account by) {
        if ((v.kind() == VisitRecord.Kind.JOINT) == v.participants().isEmpty()) {
            throw Problem.unprocessable(
                    v.participants().isEmpty() ? "zone.visit.alone" : "zone.visit.notJoint", "participants");
        }
        List<Visit.Participant> known = new ArrayList<>();
        for (int i = 0; i < v.participants().size(); i++) {
            Visit.Participant p = v.participants().get(i);
            String field = "participants[" + i + "].inspectorId";
            boolean twice = p.inspectorId() != null
                    && (p.inspectorId().equals(v.inspectorId())
                            || known.stream().anyMatch(k -> p.inspectorId().equals(k.inspectorId())));
            if (twice) {
                throw Problem.unprocessable("zone.visit.participantTwice", field);
            }
            known.add(
                    p.inspectorId() == null
                            ? p
                            : new Visit.Participant(
                                    p.inspectorId(),
                                    requireInspector(p.inspectorId(), school, v.on(), by, field)
                                            .name()));
        }
        return known;
    }

    /** An inspector of the school's county in office on the day; an inspector names nobody but themselves and colleagues who go along. */
    private VisitStore.Named requireInspector(UUID id, SchoolName school, LocalDate on, Account by, String field) {
        if (field.equals("inspectorId")
                && by.role().equals(Roles.INSPECTOR)
                && !store.inspectorOf(by).filter(id::equals).isPresent()) {
            throw Problem.forbidden("zone.visit.others");
        }
        VisitStore.Named found = store.named(id, Counties.of(school.regionCode()), school.id(), on)
                .orElseThrow(() -> Problem.unprocessable("zone.visit.inspector", field));
        if (!found.inOffice()) {
            throw new Problem(
                    422,
                    "zone.visit.outOfOffice",
                    List.of(FieldError.of(field, "zone.visit.outOfOffice", found.name(), on)),
                    found.name(),
                    on);
        }
        if (found.spared()) {
            throw new Problem(
                    409,
                    "zone.assignment.conflict",
                    List.of(FieldError.of(field, "zone.assignment.conflict", found.name(), school.name())),
                    found.name(),
                    school.name());
        }
        return found;
    }
}
