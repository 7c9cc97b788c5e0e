package org.dudao.zone.internal.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.zone.internal.Inspector;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.RuleStore.Rule;
import org.dudao.zone.internal.Violation;
import org.dudao.zone.internal.ZoneService.Board;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A zone: its inspectors, its schools, what breaks a rule.
 *
 * @param rules the numbers in force with their sources
 * @param version of the county's arrangement
 */
@Schema(name = "Zone")
public record ZoneResponse(
        UUID id,
        String regionCode,
        String name,
        LocalDate day,
        List<Member> inspectors,
        List<Seat> schools,
        List<Violation> violations,
        List<Rule> rules,
        long version) {

    /**
     * An inspector of the zone.
     *
     * @param phone masked for readers outside the office
     * @param endsOn last day of the latest term; null when never appointed
     * @param load schools the person answers for, of other zones too
     * @param conflicts schools of the zone the person may not supervise
     */
    @Schema(name = "ZoneInspector")
    public record Member(
            UUID id,
            String name,
            Inspector.Kind kind,
            String phone,
            boolean leader,
            boolean inOffice,
            LocalDate endsOn,
            int load,
            List<UUID> conflicts) {}

    /**
     * A school of the zone.
     *
     * @param inspectorId who answers for it; null for nobody
     * @param since first day of that
     * @param rotationDue whether that has been for so long that an exchange is due
     */
    @Schema(name = "ZoneSchool")
    public record Seat(
            UUID id,
            String code,
            String name,
            String kind,
            String regionName,
            boolean compulsory,
            Double longitude,
            Double latitude,
            UUID inspectorId,
            String inspectorName,
            LocalDate since,
            boolean rotationDue) {}

    static ZoneResponse from(Board board) {
        Roster roster = board.roster();
        UUID id = board.zone().id();
        Map<UUID, Integer> loads = roster.loads();
        List<SchoolSeat> schools =
                roster.schools().stream().filter(s -> id.equals(s.zoneId())).toList();
        Set<UUID> ids = schools.stream().map(SchoolSeat::id).collect(Collectors.toSet());
        return new ZoneResponse(
                id,
                board.zone().regionCode(),
                board.zone().name(),
                roster.day(),
                roster.inspectors().stream()
                        .filter(i -> id.equals(i.zoneId()))
                        .map(i -> new Member(
                                i.id(),
                                i.name(),
                                i.kind(),
                                i.phone(),
                                i.leader(),
                                i.inOffice(),
                                i.endsOn(),
                                loads.getOrDefault(i.id(), 0),
                                i.conflicts().stream()
                                        .filter(ids::contains)
                                        .sorted()
                                        .toList()))
                        .toList(),
                schools.stream()
                        .map(s -> new Seat(
                                s.id(),
                                s.code(),
                                s.name(),
                                s.kind(),
                                s.regionName(),
                                s.compulsory(),
                                s.longitude(),
                                s.latitude(),
                                s.inspectorId(),
                                s.inspectorName(),
                                s.since(),
                                roster.rotationDue(s)))
                        .toList(),
                roster.violations().stream().filter(v -> id.equals(v.zoneId())).toList(),
                board.rules(),
                board.version());
    }
}
