package org.dudao.zone.internal.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.Violation;

/**
 * A zone in a list.
 *
 * @param leaderName who leads it; null for nobody
 * @param schools open ones in it
 * @param unassigned those nobody answers for
 * @param heaviest most schools one of its inspectors answers for; null without an inspector
 * @param violations what breaks a rule
 * @param warnings what comes near it
 */
public record ZoneRow(
        UUID id,
        String regionCode,
        String name,
        UUID leaderId,
        String leaderName,
        int inspectors,
        int schools,
        int unassigned,
        Integer heaviest,
        int violations,
        int warnings) {

    static List<ZoneRow> from(Roster roster) {
        Map<UUID, List<Violation>> found = roster.violations().stream()
                .filter(v -> v.zoneId() != null)
                .collect(Collectors.groupingBy(Violation::zoneId));
        Map<UUID, List<SchoolSeat>> schools = roster.schools().stream()
                .filter(s -> s.zoneId() != null)
                .collect(Collectors.groupingBy(SchoolSeat::zoneId));
        Map<UUID, List<InspectorSeat>> people = roster.inspectors().stream()
                .filter(i -> i.zoneId() != null)
                .collect(Collectors.groupingBy(InspectorSeat::zoneId));
        Map<UUID, Integer> loads = roster.loads();
        return roster.zones().stream()
                .map(z -> {
                    List<InspectorSeat> in = people.getOrDefault(z.id(), List.of());
                    List<SchoolSeat> of = schools.getOrDefault(z.id(), List.of());
                    List<Violation> wrong = found.getOrDefault(z.id(), List.of());
                    InspectorSeat leader = in.stream()
                            .filter(InspectorSeat::leader)
                            .findFirst()
                            .orElse(null);
                    return new ZoneRow(
                            z.id(),
                            z.regionCode(),
                            z.name(),
                            leader == null ? null : leader.id(),
                            leader == null ? null : leader.name(),
                            in.size(),
                            of.size(),
                            (int) of.stream()
                                    .filter(s -> s.inspectorId() == null)
                                    .count(),
                            in.stream()
                                    .map(i -> loads.getOrDefault(i.id(), 0))
                                    .max(Integer::compareTo)
                                    .orElse(null),
                            (int) wrong.stream().filter(v -> !v.warning()).count(),
                            (int) wrong.stream().filter(Violation::warning).count());
                })
                .toList();
    }
}
