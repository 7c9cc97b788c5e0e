package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The yearly rectification record of schools and their heads, for the appraisal that uses it: the findings found in a calendar
 * year and what has become of them until today. A finding is laid at the door of whoever headed the school on the day it
 * was found.
 */
@ApplicationScoped
public class RecordQuery {
    /**
     * One school, and one head of it.
     *
     * @param schoolId null for a township's own findings
     * @param headName null when nobody is entered for those days
     * @param open not closed, not past its deadline
     * @param inTime answered the first time on or before the deadline
     * @param late answered the first time after it, or not at all though it has passed
     * @param returned replies returned, all of them
     * @param reopened closings undone on look-back, all of them
     * @param repeated findings of a rule the school had broken before
     * @param steps steps of the escalation ladder a person took
     */
    @Schema(name = "RectificationRecord")
    public record Row(
            UUID schoolId,
            String regionCode,
            String unitName,
            String headName,
            long found,
            long closed,
            long open,
            long overdue,
            long inTime,
            long late,
            long returned,
            long reopened,
            long repeated,
            long steps) {}

    private static final String SQL =
            """
            with f as (
                select f.*, (f.state = 'RECTIFYING' and coalesce(f.deadline < :today, false)) as past,
                    case when f.school_id is null then null else (select h.name from registry.school_head h
                        where h.school_id = f.school_id and h.since <= f.found_on order by h.since desc limit 1) end as head,
                    first.on_date as replied_on, first.deadline as reply_deadline,
                    (select count(*) from rectification.finding_event e where e.finding_id = f.id and e.kind = 'RETURNED') as returned,
                    (select count(*) from rectification.finding_event e where e.finding_id = f.id and e.kind = 'REOPENED') as reopened,
                    (select count(*) from rectification.escalation x where x.finding_id = f.id and x.taken_on is not null) as steps,
                    exists (select 1 from rectification.finding p where p.state <> 'VOIDED' and p.school_id = f.school_id and p.rule_code = f.rule_code
                        and (p.found_on, p.recorded_at) < (f.found_on, f.recorded_at)
                        and (not :unit or p.state not in ('RAISED', 'NOTIFIED') or p.severity = 'ON_THE_SPOT')) as again
                from rectification.finding f left join registry.school s on s.id = f.school_id
                left join lateral (select e.on_date, e.deadline from rectification.finding_event e
                    where e.finding_id = f.id and e.kind = 'REPLIED' order by e.at, e.id limit 1) first on true %s)
            select school_id, case when school_id is null then region_code end as region_code, max(unit_name) as unit_name,
                head as head_name, count(*) as found, count(*) filter (where state = 'CLOSED') as closed,
                count(*) filter (where state <> 'CLOSED' and not past) as open, count(*) filter (where past) as overdue,
                count(*) filter (where replied_on <= coalesce(reply_deadline, replied_on)) as in_time,
                count(*) filter (where replied_on > reply_deadline or (replied_on is null and past)) as late,
                sum(returned)::bigint as returned, sum(reopened)::bigint as reopened,
                count(*) filter (where again) as repeated, sum(steps)::bigint as steps
            from f group by 1, 2, 4 order by 3, 4 nulls last
            """;

    @Inject
    Jdbi jdbi;

    @Inject
    FindingService findings;

    @Transactional
    public List<Row> of(Account by, int year, UUID school) {
        Where where = FindingStore.scope(by)
                .and("f.found_on >= :from", "from", LocalDate.of(year, 1, 1))
                .and("f.found_on < :until", "until", LocalDate.of(year + 1, 1, 1))
                .and("f.state <> 'VOIDED'")
                .andIf("f.school_id = :school", "school", school);
        return jdbi.withHandle(h -> h.createQuery(SQL.formatted(where.sql()))
                .bindMap(where.bindings())
                .bind("today", findings.today())
                .bind("unit", by.role().equals(Roles.SCHOOL) || by.role().equals(Roles.TOWNSHIP))
                .map(ConstructorMapper.of(Row.class))
                .list());
    }

    /** The same as a workbook. */
    public void export(OutputStream out, Locale locale, List<Row> rows) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "rectification.record.head").split(","));
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "rectification.record.name"), head)) {
            rows.forEach(r -> sheet.row(Arrays.asList(
                    r.unitName(),
                    r.headName(),
                    r.found(),
                    r.closed(),
                    r.open(),
                    r.overdue(),
                    r.inTime(),
                    r.late(),
                    r.returned(),
                    r.reopened(),
                    r.repeated(),
                    r.steps())));
        }
    }
}
