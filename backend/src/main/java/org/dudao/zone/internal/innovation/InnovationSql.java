package org.dudao.zone.internal.innovation;

import org.dudao.zone.internal.VisitStore;

/**
 * The statement behind each measure: rows {@code (kind, id, name, about, day, value, met)}. Binds {@code county}, {@code from} and
 * {@code day}; {@code limit} where the measure has one, {@code months} as {@code 2026-11}, {@code compulsory} kinds of schools.
 */
final class InnovationSql {
    private static final String IN_COUNTY = "s.state = 'OPEN' and s.region_code like :county || '%'";

    /** Who answers for which open school on the day. */
    private static final String RESPONSIBLE =
            " from zone.assignment a join registry.school s on s.id = a.school_id join zone.inspector i on i.id = a.inspector_id"
                    + " where a.from_day <= :day and coalesce(a.until_day, 'infinity') >= :day and " + IN_COUNTY;

    private static final String COMPULSORY = " where s.kind = any(:compulsory) and " + IN_COUNTY;
    private static final String NONE = "null::text as about, null::date as day, null::numeric as value";
    private static final String PEOPLE = "select 'INSPECTOR' as kind, p.id, p.name, ";
    private static final String SCHOOLS = "select 'SCHOOL' as kind, s.id, s.name, ";
    private static final String VISITS = "select 'VISIT' as kind, v.id, s.name, i.name as about, ";
    private static final String GOING = VisitStore.FROM + " left join zone.inspector i on i.id = " + VisitStore.GOES;
    private static final String ANSWERING = " from (select distinct i.*" + RESPONSIBLE + ") p";
    private static final String IN_OFFICE =
            " from zone.inspector p join lateral (select * from zone.appointment t where t.inspector_id = p.id"
                    + " and t.starts_on <= :day and t.ends_on >= :day order by t.starts_on desc limit 1) t on true";
    private static final String OF_COUNTY = " where p.region_code = :county";
    private static final String PUBLISHED =
            " join zone.visit_publication b on b.visit_id = v.id where v.region_code like :county || '%'"
                    + " and v.made_on between :from and :day";

    /** The findings phones sent with visits of the year; what became of them is the ledger's. */
    static final String FINDINGS = "select (f->>'id')::uuid as id, v.made_on" + VisitStore.FROM
            + " join zone.visit_record r on r.visit_id = v.id"
            + " cross join lateral jsonb_array_elements(coalesce(r.body->'findings', '[]')) f"
            + " where v.region_code like :county || '%' and v.made_on between :from and :day";

    private InnovationSql() {}

    /** @throws IllegalArgumentException for a measure the ledger counts */
    static String of(InnovationMeasure measure) {
        return switch (measure) {
            case KEY_POINTS ->
                "select 'KEY_POINTS' as kind, k.id, k.title as name, null::text as about, k.in_force_from as day,"
                        + " null::numeric as value, k.state = 'APPROVED' as met from zone.key_points k"
                        + " where k.region_code = :county and k.year = extract(year from cast(:from as date))";
            case TERM_PLANS ->
                "select 'TERM' as kind, null::uuid as id, t.year::text as name, t.half as about, t.from_day as day,"
                        + " null::numeric as value, exists (select from zone.visit_plan p where p.region_code = :county"
                        + " and p.year = t.year and p.half = t.half and p.kind = 'REGULAR' and p.withdrawn_for is null) as met"
                        + " from zone.semester t where t.region_code = :county and t.from_day <= :day and t.until_day >= :from";
            case COVERAGE ->
                SCHOOLS + "i.name as about, a.from_day as day, null::numeric as value, a.id is not null as met"
                        + " from registry.school s left join zone.assignment a on a.school_id = s.id and a.from_day <= :day"
                        + " and coalesce(a.until_day, 'infinity') >= :day left join zone.inspector i on i.id = a.inspector_id"
                        + COMPULSORY;
            case LOAD ->
                "select 'INSPECTOR' as kind, i.id, i.name, null::text as about, null::date as day, count(*) as value,"
                        + " count(*) <= :limit as met" + RESPONSIBLE + " group by i.id, i.name";
            case ZONE_SIZE ->
                "select 'ZONE' as kind, z.id, z.name, null::text as about, null::date as day, count(s.id) as value,"
                        + " count(s.id) <= :limit as met from registry.zone z left join registry.school s on s.zone_id = z.id"
                        + " and s.state = 'OPEN' where z.region_code = :county group by z.id, z.name";
            case IN_OFFICE ->
                PEOPLE
                        + "null::text as about, (select max(t.ends_on) from zone.appointment t where t.inspector_id = p.id) as day,"
                        + " null::numeric as value, exists (select from zone.appointment t where t.inspector_id = p.id"
                        + " and t.starts_on <= :day and t.ends_on >= :day) as met" + ANSWERING;
            case TERMS ->
                PEOPLE + "null::text as about, t.ends_on as day, t.term_no as value, t.term_no <= :limit as met"
                        + IN_OFFICE + OF_COUNTY + " and p.kind <> 'FULL_TIME'";
            case TRAINED ->
                PEOPLE + "null::text as about, null::date as day, h.hours as value, h.hours >= :limit as met"
                        + IN_OFFICE
                        + " cross join lateral (select coalesce(sum(r.hours), 0) as hours from zone.training r"
                        + " where r.inspector_id = p.id and r.until_day between :from and :day) h" + OF_COUNTY;
            case ROTATED ->
                SCHOOLS + "i.name as about, a.from_day as day, null::numeric as value,"
                        + " a.from_day + make_interval(years => :limit) > :day as met" + RESPONSIBLE;
            case MONTHLY ->
                SCHOOLS + "m.month as about, null::date as day, count(v.id) as value, count(v.id) >= :limit as met"
                        + " from registry.school s cross join unnest(:months) m (month) left join zone.visit v on v.school_id = s.id"
                        + " and v.kind <> 'SPECIAL' and to_char(v.made_on, 'YYYY-MM') = m.month" + COMPULSORY
                        + " group by s.id, s.name, m.month";
            case PLAN_DONE ->
                VISITS + "v.planned_on as day, null::numeric as value, v.made_on is not null as met" + GOING
                        + " where v.region_code like :county || '%' and v.planned_on between :from and :day"
                        + " and (v.made_on is not null or v.cancelled_for is null and v.planned_on < :day)";
            case PUBLISHED ->
                VISITS + "v.made_on as day, null::numeric as value, exists (select from zone.visit_publication b"
                        + " where b.visit_id = v.id) as met" + GOING
                        + " where v.region_code like :county || '%' and v.made_on between :from and :day";
            case REPLIED ->
                VISITS + "b.reply_due as day, null::numeric as value, b.replied_at is not null as met" + GOING
                        + PUBLISHED + " and (b.replied_at is not null or b.reply_due < :day)";
            case FEEDBACK ->
                VISITS + "v.made_on as day, null::numeric as value, exists (select from zone.visit_feedback f"
                        + " where f.visit_id = v.id) as met" + GOING + PUBLISHED;
            case REPORTS ->
                "select 'REPORT' as kind, i.id, i.name, m.month as about, null::date as day, null::numeric as value,"
                        + " exists (select from zone.monthly_report r where r.inspector_id = i.id and r.month = m.month"
                        + " and r.state in ('SUBMITTED', 'ACCEPTED')) as met from zone.inspector i cross join unnest(:months) m (month)"
                        + " where i.region_code = :county and exists (select from zone.assignment a where a.inspector_id = i.id"
                        + " and a.from_day <= to_date(m.month, 'YYYY-MM') + interval '1 month' - interval '1 day'"
                        + " and coalesce(a.until_day, 'infinity') >= to_date(m.month, 'YYYY-MM'))";
            case COSTS ->
                PEOPLE + "null::text as about, max(e.on_day) as day, sum(e.amount) as value, count(e.id) > 0 as met"
                        + ANSWERING
                        + " left join zone.work_entry e on e.inspector_id = p.id and e.kind <> 'LOG' and e.on_day between :from and :day"
                        + " group by p.id, p.name";
            case BOARDS ->
                SCHOOLS + NONE
                        + ", exists (select from zone.public_code c where c.kind = 'SCHOOL' and c.subject_id = s.id) as met"
                        + " from registry.school s" + COMPULSORY;
            case COMPLAINTS ->
                "select 'COMPLAINT' as kind, c.id, s.name, null::text as about, c.answer_by as day, null::numeric as value,"
                        + " coalesce(c.closed_on <= c.answer_by, false) as met from zone.complaint c"
                        + " join registry.school s on s.id = c.school_id where c.region_code like :county || '%'"
                        + " and c.received_on between :from and :day and (c.closed_on is not null or c.answer_by < :day)";
            case CLOSED -> throw new IllegalArgumentException("the ledger counts " + measure);
        };
    }
}
