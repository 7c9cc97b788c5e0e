package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.internal.Escalations.LadderStep;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The days of the ladder and the terms the office sets itself. Steps that have fallen due already stay as they are. */
@ApplicationScoped
public class Terms {
    /**
     * A term in days.
     *
     * @param source where it comes from
     * @param sourceEn the same in English; null when the office wrote its own
     * @param verified whether a source of law was seen
     */
    @Schema(name = "TimeLimit")
    public record TimeLimit(
            String code, String nameZh, String nameEn, int days, String source, String sourceEn, boolean verified) {}

    /** New days by code; null or absent leaves one as it is. */
    public record Change(Map<String, Integer> ladder, Map<String, Integer> limits, String reason) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Escalations escalations;

    @Inject
    Audit audit;

    /** The office's terms as they stand for a region. */
    @Transactional
    public List<TimeLimit> limits(String region) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select t.code, t.name_zh, t.name_en, coalesce(o.days, t.days) as days,"
                                + " coalesce(o.source, t.source) as source, case when o.days is null then t.source_en end as source_en,"
                                + " t.verified from rectification.time_limit t"
                                + " left join lateral rectification.days_for('LIMIT', t.code, :region) o on true order by t.code")
                .bind("region", region)
                .map(ConstructorMapper.of(TimeLimit.class))
                .list());
    }

    /** What stands for a region, as one word: another one as soon as a day of the ladder or of a term is another. */
    @Transactional
    public String version(String region) {
        return Documents.checksum(List.of(escalations.ladder(region), limits(region)))
                .substring(0, 16);
    }

    /**
     * Sets days for the caller's own region; the steps of the ladder must stay in their order.
     *
     * @throws Problem 412 or 428 unless {@code ifMatch} is what stands now; 422 for a code nobody knows or an order lost
     */
    @Transactional
    public void change(Change change, String ifMatch, Account by) {
        String region = by.scope().regionPrefix();
        jdbi.useHandle(h -> OwnRegion.lock(h, region));
        ETags.requireMatch(ifMatch, version(region));
        List<LadderStep> steps = escalations.ladder(region);
        requireKnown(change, steps, limits(region));
        Map<String, Object> changes = new TreeMap<>();
        int last = Integer.MIN_VALUE;
        for (LadderStep step : steps) {
            int days = change.ladder().getOrDefault(step.code(), step.afterDays());
            if (days < last || (step.afterDays() < 0) != (days < 0)) {
                throw Problem.invalid(
                        List.of(FieldError.of("ladder." + step.code(), "rectification.ladder.order", step.nameZh())));
            }
            last = days;
            Audit.putChange(changes, step.code(), step.afterDays(), days);
            if (days != step.afterDays()) {
                set(region, "STEP", step.code(), days, change.reason());
            }
        }
        for (TimeLimit limit : limits(region)) {
            int days = change.limits().getOrDefault(limit.code(), limit.days());
            Audit.putChange(changes, limit.code(), limit.days(), days);
            if (days != limit.days()) {
                set(region, "LIMIT", limit.code(), days, change.reason());
            }
        }
        changes.put("reason", change.reason());
        audit.record("terms.changed", "terms", "rectification", region, changes);
    }

    private static void requireKnown(Change change, List<LadderStep> steps, List<TimeLimit> limits) {
        Set<String> ladder = steps.stream().map(LadderStep::code).collect(Collectors.toSet());
        Set<String> terms = limits.stream().map(TimeLimit::code).collect(Collectors.toSet());
        List<FieldError> unknown = Stream.concat(
                        change.ladder().keySet().stream()
                                .filter(code -> !ladder.contains(code))
                                .sorted()
                                .map(code -> FieldError.of("ladder." + code, "rectification.ladder.notFound", code)),
                        change.limits().keySet().stream()
                                .filter(code -> !terms.contains(code))
                                .sorted()
                                .map(code -> FieldError.of("limits." + code, "rectification.limit.notFound", code)))
                .toList();
        if (!unknown.isEmpty()) {
            throw Problem.invalid(unknown);
        }
    }

    private void set(String region, String kind, String code, int days, String source) {
        jdbi.useHandle(h -> h.createUpdate("insert into rectification.own_days (region_code, kind, code, days, source)"
                        + " values (:region, :kind, :code, :days, :source) on conflict (region_code, kind, code)"
                        + " do update set days = excluded.days, source = excluded.source")
                .bind("region", region)
                .bind("kind", kind)
                .bind("code", code)
                .bind("days", days)
                .bind("source", source)
                .execute());
    }
}
