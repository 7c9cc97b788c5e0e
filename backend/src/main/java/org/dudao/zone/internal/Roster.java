package org.dudao.zone.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who answers for which school on a day: zones, their inspectors, the open schools. A picture that can be changed in
 * thought, so that what is and what is proposed are judged by the same rules.
 */
public record Roster(
        LocalDate day,
        ZoneRules rules,
        List<ZoneSeat> zones,
        List<InspectorSeat> inspectors,
        List<SchoolSeat> schools) {

    /** A zone of a county. */
    public record ZoneSeat(UUID id, String regionCode, String name) {}

    /**
     * An inspector of a county.
     *
     * @param zoneId the zone the person belongs to on the day; null for none
     * @param inOffice whether a term covers the day
     * @param endsOn last day of the latest term; null when never appointed
     * @param accountZone the zone the person's account sees; null without an account
     * @param conflicts schools the person may not supervise
     */
    public record InspectorSeat(
            UUID id,
            String name,
            Inspector.Kind kind,
            String phone,
            UUID zoneId,
            boolean leader,
            boolean inOffice,
            LocalDate endsOn,
            UUID accountZone,
            Set<UUID> conflicts) {}

    /**
     * An open school.
     *
     * @param county six digits
     * @param compulsory whether it teaches a stage of compulsory education, so that it must have an inspector
     * @param longitude null when not known, as is latitude
     * @param inspectorId who answers for it on the day; null for nobody
     * @param since first day of that
     */
    public record SchoolSeat(
            UUID id,
            String code,
            String name,
            String kind,
            boolean compulsory,
            String regionCode,
            String regionName,
            String county,
            UUID zoneId,
            Double longitude,
            Double latitude,
            UUID inspectorId,
            String inspectorName,
            LocalDate since) {

        SchoolSeat under(UUID inspector, String name, UUID zone, LocalDate from) {
            return new SchoolSeat(
                    id,
                    code,
                    this.name,
                    kind,
                    compulsory,
                    regionCode,
                    regionName,
                    county,
                    zone,
                    longitude,
                    latitude,
                    inspector,
                    name,
                    from);
        }
    }

    /** The schools each inspector answers for. */
    public Map<UUID, Integer> loads() {
        Map<UUID, Integer> loads = new HashMap<>();
        schools.stream()
                .filter(s -> s.inspectorId() != null)
                .forEach(s -> loads.merge(s.inspectorId(), 1, Integer::sum));
        return loads;
    }

    /** Whether somebody has answered for the school for so long that an exchange is due. */
    public boolean rotationDue(SchoolSeat s) {
        return s.since() != null && !s.since().plusYears(rules.rotationYears()).isAfter(day);
    }

    public Map<UUID, InspectorSeat> inspectorsById() {
        return inspectors.stream().collect(Collectors.toMap(InspectorSeat::id, Function.identity()));
    }

    /** The same with other inspectors at some schools, in the zones of those inspectors. */
    public Roster with(Map<UUID, UUID> inspectorBySchool) {
        Map<UUID, InspectorSeat> people = inspectorsById();
        return new Roster(
                day,
                rules,
                zones,
                inspectors,
                schools.stream()
                        .map(s -> {
                            UUID next = inspectorBySchool.get(s.id());
                            if (next == null || next.equals(s.inspectorId())) {
                                return s;
                            }
                            InspectorSeat by = people.get(next);
                            return s.under(next, by.name(), by.zoneId(), day);
                        })
                        .toList());
    }

    /** What breaks a rule or comes near it: by zone, then by what it is about. */
    public List<Violation> violations() {
        List<Violation> found = new ArrayList<>();
        Map<UUID, InspectorSeat> people = inspectorsById();
        Map<UUID, Integer> loads = loads();
        Map<UUID, Long> sizes = schools.stream()
                .filter(s -> s.zoneId() != null)
                .collect(Collectors.groupingBy(SchoolSeat::zoneId, Collectors.counting()));
        Set<UUID> led = inspectors.stream()
                .filter(i -> i.leader() && i.inOffice())
                .map(InspectorSeat::zoneId)
                .collect(Collectors.toCollection(HashSet::new));
        for (ZoneSeat zone : zones) {
            int size = sizes.getOrDefault(zone.id(), 0L).intValue();
            if (size > rules.schoolsPerZone()) {
                found.add(Violation.ofZone(Violation.Kind.ZONE_TOO_LARGE, zone, size, rules.schoolsPerZone()));
            }
            if (!led.contains(zone.id())) {
                found.add(Violation.ofZone(Violation.Kind.NO_LEADER, zone, null, null));
            }
        }
        for (InspectorSeat i : inspectors) {
            int load = loads.getOrDefault(i.id(), 0);
            if (load > rules.schoolsPerInspector()) {
                found.add(Violation.ofInspector(Violation.Kind.LOAD, i, load, rules.schoolsPerInspector()));
            }
            if (!i.inOffice() && (load > 0 || i.zoneId() != null)) {
                found.add(Violation.ofInspector(Violation.Kind.NOT_IN_OFFICE, i, load, null));
            }
            if (i.accountZone() != null && !i.accountZone().equals(i.zoneId()) && (load > 0 || i.zoneId() != null)) {
                found.add(Violation.ofInspector(Violation.Kind.ACCOUNT_ELSEWHERE, i, null, null));
            }
        }
        schools.forEach(s -> judge(s, people, found));
        return found;
    }

    private void judge(SchoolSeat s, Map<UUID, InspectorSeat> people, List<Violation> found) {
        if (s.compulsory() && s.zoneId() == null) {
            found.add(Violation.ofSchool(Violation.Kind.NO_ZONE, s, null));
        }
        if (s.inspectorId() == null) {
            if (s.compulsory()) {
                found.add(Violation.ofSchool(Violation.Kind.NO_INSPECTOR, s, null));
            }
            return;
        }
        InspectorSeat by = people.get(s.inspectorId());
        if (by == null || by.zoneId() == null || !by.zoneId().equals(s.zoneId())) {
            found.add(Violation.ofSchool(Violation.Kind.OUTSIDE_ZONE, s, null));
        }
        if (by != null && by.conflicts().contains(s.id())) {
            found.add(Violation.ofSchool(Violation.Kind.CONFLICT, s, null));
        }
        if (rotationDue(s)) {
            found.add(Violation.ofSchool(Violation.Kind.ROTATION_DUE, s, rules.rotationYears()));
        }
    }
}
