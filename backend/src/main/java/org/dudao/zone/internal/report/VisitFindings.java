package org.dudao.zone.internal.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.rectification.FindingOutcome;
import org.dudao.rectification.Rectification;
import org.dudao.zone.internal.VisitMatters;
import org.dudao.zone.internal.VisitStore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** What was found on visits between two days, and what became of it. Findings struck out are left out. */
@ApplicationScoped
public class VisitFindings {
    /**
     * A finding with the visit it comes from.
     *
     * @param inspectorId who went; null for nobody
     * @param zoneId the school's zone today; null for none
     * @param matter the matter (督导事项) whose item it was raised on; null for none of the eight
     */
    @Schema(name = "VisitFindingRow")
    public record Row(
            UUID visitId,
            UUID inspectorId,
            String inspectorName,
            UUID zoneId,
            Integer matter,
            FindingOutcome finding) {}

    private static final String SELECT =
            "select v.id, i.id as goes, i.name as inspector, s.zone_id, (f->>'id')::uuid as finding, "
                    + VisitMatters.OF_FINDING + " as matter" + VisitStore.FROM
                    + " left join zone.inspector i on i.id = " + VisitStore.GOES
                    + " join zone.visit_record r on r.visit_id = v.id"
                    + " cross join lateral jsonb_array_elements(coalesce(r.body->'findings', '[]')) f";

    @Inject
    Jdbi jdbi;

    @Inject
    Rectification rectification;

    /** @param inspector only visits this one went on; null for all the caller sees, for an inspector their own */
    public List<Row> between(LocalDate from, LocalDate until, UUID inspector, Account by) {
        Where where = VisitStore.scope(by)
                .andIf("i.id = :inspector", "inspector", inspector)
                .and("v.made_on between :from and :until", "from", from);
        where.bindings().put("until", until);
        if (by.role().equals(Roles.INSPECTOR)) {
            where.and("i.account = :me", "me", by.subject());
        }
        Map<UUID, Row> rows = new HashMap<>();
        List<UUID> ids = jdbi.withHandle(h -> h.createQuery(SELECT + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> {
                    UUID id = r.getObject("finding", UUID.class);
                    rows.put(
                            id,
                            new Row(
                                    r.getObject("id", UUID.class),
                                    r.getObject("goes", UUID.class),
                                    r.getString("inspector"),
                                    r.getObject("zone_id", UUID.class),
                                    (Integer) r.getObject("matter"),
                                    null));
                    return id;
                })
                .list());
        Map<UUID, FindingOutcome> known = rectification.outcomes(ids).stream()
                .filter(o -> !o.voided())
                .collect(Collectors.toMap(FindingOutcome::id, Function.identity()));
        return known.values().stream()
                .sorted(Comparator.comparing(FindingOutcome::foundOn).thenComparing(FindingOutcome::id))
                .map(o -> {
                    Row r = rows.get(o.id());
                    return new Row(r.visitId(), r.inspectorId(), r.inspectorName(), r.zoneId(), r.matter(), o);
                })
                .toList();
    }
}
