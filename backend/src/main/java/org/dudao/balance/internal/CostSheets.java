package org.dudao.balance.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.json.ModestNumbers;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.jdbi.v3.core.Jdbi;

/** What a unit costs in a region: its own sheet over those of the regions above it, over the frameworks' defaults. */
@ApplicationScoped
public class CostSheets {
    @Inject
    Jdbi jdbi;

    @Inject
    FrameworkService frameworks;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * @param own costs set by the region itself, 元 per unit of the fact
     * @param effective own costs, completed from the regions above and the frameworks' defaults
     * @param version 0 while the region has set none
     */
    public record CostSheet(
            String regionCode,
            Map<String, BigDecimal> own,
            Map<String, BigDecimal> effective,
            String updatedBy,
            Instant updatedAt,
            long version) {}

    private record Stored(
            String regionCode, Map<String, BigDecimal> costs, String updatedBy, Instant updatedAt, long version) {}

    @Transactional
    public CostSheet get(String regionCode, Scope scope) {
        String region = scope.requireRegion(regionCode);
        Map<String, BigDecimal> effective = new TreeMap<>();
        for (StoredFramework framework : frameworks.list(scope)) {
            if (framework.published()) {
                Rules.of(framework.document()).costs().forEach(effective::putIfAbsent);
            }
        }
        effective.putAll(of(region));
        Optional<Stored> own = sheets(region).stream()
                .filter(s -> s.regionCode().equals(region))
                .findFirst();
        return own.map(s -> new CostSheet(region, s.costs(), effective, s.updatedBy(), s.updatedAt(), s.version()))
                .orElseGet(() -> new CostSheet(region, Map.of(), effective, null, null, 0));
    }

    /** Costs set by the region and those above it; nearer sheets win. */
    Map<String, BigDecimal> of(String regionCode) {
        Map<String, BigDecimal> costs = new TreeMap<>();
        sheets(regionCode).forEach(s -> costs.putAll(s.costs()));
        return costs;
    }

    private List<Stored> sheets(String regionCode) {
        return jdbi.withHandle(h -> h.createQuery("select region_code, costs::text as costs, updated_by, updated_at,"
                        + " version from balance.cost_sheet where :region like region_code || '%'"
                        + " order by length(region_code)")
                .bind("region", regionCode)
                .map((r, c) -> new Stored(
                        r.getString("region_code"),
                        Documents.read(r.getString("costs"), new TypeReference<TreeMap<String, BigDecimal>>() {}),
                        r.getString("updated_by"),
                        r.getTimestamp("updated_at").toInstant(),
                        r.getLong("version")))
                .list());
    }

    /** Replaces the region's own sheet. */
    @Transactional
    public CostSheet put(String regionCode, Map<String, BigDecimal> costs, String ifMatch, Account by) {
        CostSheet now = get(regionCode, by.scope());
        ETags.requireMatch(ifMatch, now.version());
        Set<String> known = new TreeSet<>(now.effective().keySet());
        List<FieldError> errors = new ArrayList<>();
        costs.forEach((fact, cost) -> {
            if (!known.contains(fact)) {
                errors.add(FieldError.of("costs." + fact, "balance.cost.fact", fact));
            } else if (cost == null || cost.signum() <= 0 || !ModestNumbers.isModest(cost)) {
                errors.add(FieldError.of("costs." + fact, "kernel.constraint.Positive"));
            }
        });
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        int changed = jdbi.withHandle(h -> h.createUpdate(
                        "insert into balance.cost_sheet (region_code, costs, updated_by, updated_at, version)"
                                + " values (:region, :costs::jsonb, :by, :now, 1) on conflict (region_code) do update"
                                + " set costs = excluded.costs, updated_by = excluded.updated_by,"
                                + " updated_at = excluded.updated_at, version = cost_sheet.version + 1"
                                + " where cost_sheet.version = :version")
                .bind("region", now.regionCode())
                .bind("costs", Documents.write(new TreeMap<>(costs)))
                .bind("by", by.displayName())
                .bind("now", Timestamp.from(clock.instant()))
                .bind("version", now.version())
                .execute());
        if (changed == 0) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        Map<String, Object> changes = new TreeMap<>();
        Set<String> facts = new TreeSet<>(now.own().keySet());
        facts.addAll(costs.keySet());
        facts.forEach(fact -> Audit.putChange(changes, fact, now.own().get(fact), costs.get(fact)));
        audit.record("costs.changed", "costSheet", now.regionCode(), now.regionCode(), changes);
        return get(now.regionCode(), by.scope());
    }
}
