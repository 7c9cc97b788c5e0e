package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.registry.SchoolClosed;
import org.dudao.registry.SchoolZoneChanged;

/**
 * What the registry changes of a school ends what no longer holds (ADR 0051): nobody answers for a school they cannot
 * see, and nobody for a closed one.
 */
@ApplicationScoped
class ZoneChanges {
    @Inject
    AssignmentStore store;

    @Inject
    RosterStore rosters;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    void on(@Observes SchoolZoneChanged e) {
        LocalDate today = LocalDate.now(clock);
        for (Assignment a : running(e.schoolId(), today)) {
            boolean stays = e.zoneId() != null
                    && store.zoneOf(a.inspectorId(), today)
                            .filter(e.zoneId()::equals)
                            .isPresent();
            if (!stays) {
                end(a, today, e.regionCode());
            }
        }
        rosters.count(Counties.of(e.regionCode()));
    }

    /** The day of the closure is the last. */
    void on(@Observes SchoolClosed e) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        running(e.schoolId(), tomorrow).forEach(a -> end(a, tomorrow, e.regionCode()));
        rosters.count(Counties.of(e.regionCode()));
    }

    private List<Assignment> running(UUID school, LocalDate day) {
        return store.of(List.of(school)).getOrDefault(school, List.of()).stream()
                .filter(a -> a.untilDay() == null || !a.untilDay().isBefore(day))
                .toList();
    }

    private void end(Assignment a, LocalDate from, String region) {
        store.end(a, from);
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "inspector", a.inspectorName(), null);
        detail.put("from", from);
        audit.record("school.inspectorAssigned", "school", a.schoolId(), region, detail);
    }
}
