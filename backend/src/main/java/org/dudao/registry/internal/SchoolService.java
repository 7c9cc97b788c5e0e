package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.SchoolClosed;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.SchoolZoneChanged;

/** Keeps the register of schools. Every change is an event of the school's history and an audit record. */
@ApplicationScoped
public class SchoolService {
    @Inject
    SchoolRepository schools;

    @Inject
    RegionRepository regions;

    @Inject
    SchoolHistory history;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    @Inject
    Clock clock;

    @Inject
    EntityManager entities;

    @Inject
    Event<SchoolZoneChanged> zoneChanged;

    @Inject
    Event<SchoolClosed> closed;

    @Transactional
    public UUID register(String code, String name, SchoolDetails details) {
        Scope scope = user.scope();
        if (!scope.wholeRegion() || !scope.coversRegion(details.regionCode())) {
            throw Problem.unprocessable("registry.school.regionOutside", "regionCode", details.regionCode());
        }
        if (schools.findByCode(code).isPresent()) {
            throw Problem.conflict("registry.school.codeTaken", code);
        }
        School school = new School(Ids.newId(), code, name, details);
        checkReferences(school);
        schools.persistAndFlush(school);
        note(school, SchoolHistory.Kind.REGISTERED, today(), Map.of("code", code, "name", school.name));
        return school.id;
    }

    @Transactional
    public void describe(UUID id, String ifMatch, SchoolDetails details) {
        School school = load(id, ifMatch);
        if (!user.scope().coversRegion(details.regionCode())) {
            throw Problem.unprocessable("registry.school.regionOutside", "regionCode", details.regionCode());
        }
        Map<String, Object> before = attributes(school);
        school.describe(details);
        checkReferences(school);
        Map<String, List<Object>> changed = new LinkedHashMap<>();
        attributes(school).forEach((k, v) -> {
            if (!Objects.equals(before.get(k), v)) {
                changed.put(k, Arrays.asList(before.get(k), v));
            }
        });
        if (!changed.isEmpty()) {
            note(school, SchoolHistory.Kind.CHANGED, today(), changed);
        }
        entities.flush();
        if (changed.containsKey("zoneId")) {
            zoneChanged.fire(new SchoolZoneChanged(school.id, school.regionCode, school.zoneId));
        }
    }

    /** Puts a school into a zone; the caller's own version guards it. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveToZone(UUID id, UUID zone) {
        School school = schools.requireIn(user.scope(), id);
        UUID before = school.zoneId;
        if (Objects.equals(before, zone)) {
            return;
        }
        school.moveToZone(zone);
        checkReferences(school);
        note(school, SchoolHistory.Kind.CHANGED, today(), Map.of("zoneId", Arrays.asList(before, zone)));
        entities.flush();
        zoneChanged.fire(new SchoolZoneChanged(school.id, school.regionCode, zone));
    }

    @Transactional
    public void rename(UUID id, String ifMatch, String newName, LocalDate onDate) {
        School school = load(id, ifMatch);
        String before = school.name;
        school.rename(newName);
        note(school, SchoolHistory.Kind.RENAMED, onDate, Map.of("name", List.of(before, school.name)));
        entities.flush();
    }

    @Transactional
    public void close(UUID id, String ifMatch, int year, String reason) {
        School school = load(id, ifMatch);
        school.close(year);
        note(school, SchoolHistory.Kind.CLOSED, today(), Map.of("year", year, "reason", reason));
        entities.flush();
        closed.fire(new SchoolClosed(school.id, school.regionCode));
    }

    @Transactional
    public void merge(UUID id, String ifMatch, UUID intoId, int year) {
        School school = load(id, ifMatch);
        School into = schools.findIn(user.scope(), intoId)
                .orElseThrow(() -> Problem.unprocessable("registry.school.notFound", "intoSchoolId", intoId));
        school.mergeInto(into, year);
        note(school, SchoolHistory.Kind.MERGED, today(), other(into, year));
        note(into, SchoolHistory.Kind.ABSORBED, today(), other(school, year));
        entities.flush();
        closed.fire(new SchoolClosed(school.id, school.regionCode));
    }

    @Transactional
    public void reopen(UUID id, String ifMatch, String reason) {
        School school = load(id, ifMatch);
        school.reopen();
        note(school, SchoolHistory.Kind.REOPENED, today(), Map.of("reason", reason));
        entities.flush();
    }

    private School load(UUID id, String ifMatch) {
        School school = schools.requireIn(user.scope(), id);
        ETags.requireMatch(ifMatch, school.version);
        return school;
    }

    private void checkReferences(School school) {
        if (regions.findByIdOptional(school.regionCode).isEmpty()) {
            throw Problem.unprocessable("kernel.region.notFound", "regionCode", school.regionCode);
        }
        if (school.parentSchoolId != null) {
            School parent = schools.findIn(user.scope(), school.parentSchoolId)
                    .orElseThrow(() ->
                            Problem.unprocessable("registry.school.notFound", "parentSchoolId", school.parentSchoolId));
            if (parent.parentSchoolId != null
                    || SchoolKind.TEACHING_POINT.code().equals(parent.kind)) {
                throw Problem.unprocessable("registry.school.parentIsPoint", "parentSchoolId", parent.name);
            }
        }
        if (school.zoneId != null) {
            Zone zone = entities.find(Zone.class, school.zoneId);
            if (zone == null || !school.regionCode.startsWith(zone.regionCode)) {
                throw Problem.unprocessable("registry.zone.notFound", "zoneId", school.zoneId);
            }
        }
    }

    private void note(School school, SchoolHistory.Kind kind, LocalDate onDate, Map<String, ?> detail) {
        history.record(school.id, kind, onDate, detail, user.displayName());
        audit.record(
                "school." + kind.name().toLowerCase(java.util.Locale.ROOT),
                "school",
                school.id,
                school.regionCode,
                Audit.changes(detail));
    }

    private static Map<String, Object> other(School school, int year) {
        return Map.of("schoolId", school.id, "code", school.code, "name", school.name, "year", year);
    }

    private static Map<String, Object> attributes(School s) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("kind", s.kind);
        values.put("regionCode", s.regionCode);
        values.put("urbanRural", s.urbanRural);
        values.put("privateSchool", s.privateSchool);
        values.put("runBy", s.runBy);
        values.put("parentSchoolId", s.parentSchoolId);
        values.put("zoneId", s.zoneId);
        values.put("longitude", s.longitude);
        values.put("latitude", s.latitude);
        values.put("foundedYear", s.foundedYear);
        return values;
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
