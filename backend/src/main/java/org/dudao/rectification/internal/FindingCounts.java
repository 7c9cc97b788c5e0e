package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.CountSource;
import org.jdbi.v3.core.Jdbi;

/** Findings of a school found within a time, as index systems count them; standing as of the last day, or today if earlier. */
@ApplicationScoped
class FindingCounts implements CountSource {
    private static final String SQL =
            """
            select count(*) as found, count(*) filter (where f.state = 'CLOSED') as closed,
                count(*) filter (where f.state <> 'CLOSED') as unclosed,
                count(*) filter (where f.state = 'RECTIFYING' and f.deadline < :on) as overdue,
                count(*) filter (where f.severity in ('SERIOUS', 'COMPLEX')) as serious,
                count(*) filter (where exists (select 1 from rectification.finding p where p.state <> 'VOIDED' and p.school_id = f.school_id
                    and p.rule_code = f.rule_code and (p.found_on, p.recorded_at) < (f.found_on, f.recorded_at))) as repeated
            from rectification.finding f where f.state <> 'VOIDED' and f.school_id = :school and f.found_on between :from and :until
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    FindingService findings;

    @Override
    public List<Count> counts() {
        return List.of(
                new Count("rectification.found", "发现问题数", "Findings"),
                new Count("rectification.closed", "已销号问题数", "Findings closed"),
                new Count("rectification.unclosed", "未销号问题数", "Findings not closed"),
                new Count("rectification.overdue", "逾期未整改问题数", "Findings overdue"),
                new Count("rectification.serious", "重大问题数", "Serious findings"),
                new Count("rectification.repeated", "重复发生问题数", "Findings repeated"));
    }

    @Override
    @Transactional
    public Map<String, BigDecimal> of(UUID schoolId, LocalDate from, LocalDate until) {
        LocalDate today = findings.today();
        return jdbi.withHandle(h -> h.createQuery(SQL)
                .bind("school", schoolId)
                .bind("from", from)
                .bind("until", until)
                .bind("on", until.isBefore(today) ? until : today)
                .map((r, c) -> Map.of(
                        "rectification.found", r.getBigDecimal("found"),
                        "rectification.closed", r.getBigDecimal("closed"),
                        "rectification.unclosed", r.getBigDecimal("unclosed"),
                        "rectification.overdue", r.getBigDecimal("overdue"),
                        "rectification.serious", r.getBigDecimal("serious"),
                        "rectification.repeated", r.getBigDecimal("repeated")))
                .one());
    }
}
