package org.dudao.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * What comes after the visits of the demonstration county: records sent to schools and answered, what schools think, monthly
 * reports in every state, the work log and its costs.
 */
final class DemoRecords {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int ENTRIES = 6;

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;

    DemoRecords(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    void load(List<DemoSchool> schools, List<DemoVisits.Made> visits) {
        List<DemoZones.Person> people = DemoZones.people(schools, accounts[2]);
        published(schools.get(0).id());
        feedback(schools.get(0).id());
        reports(people, visits);
        workLog(people);
    }

    /**
     * All records of the inspector who signs in are sent to their schools, and most of the others'; what is older than two weeks is
     * mostly answered. The last one of the school that signs in waits for its answer.
     */
    private void published(UUID own) {
        handle.createUpdate(
                        "insert into zone.visit_publication (visit_id, content, published_by, published_name, published_at, reply_due,"
                                + " reply, replied_name, replied_at) select v.id, jsonb_build_object('visitId', v.id, 'schoolId', s.id,"
                                + " 'schoolName', s.name, 'regionCode', v.region_code, 'kind', v.kind, 'madeOn', v.made_on, 'inspectors',"
                                + " jsonb_build_array(r.author_name), 'startedAt', r.body->'startedAt', 'finishedAt', r.body->'finishedAt',"
                                + " 'answers', (select coalesce(jsonb_agg(jsonb_build_object('item', a->'item', 'nameZh', coalesce(n.zh, a->>'item'),"
                                + " 'nameEn', coalesce(n.en, a->>'item'), 'answerZh', case a->>'choice' when 'YES' then '是' else '否' end,"
                                + " 'answerEn', case a->>'choice' when 'YES' then 'yes' else 'no' end)), '[]') from"
                                + " jsonb_array_elements(r.body->'answers') a left join lateral (select c->>'nameZh' as zh, c->>'nameEn' as en"
                                + " from jsonb_array_elements(x.document->'nodes') m, jsonb_array_elements(m->'children') c"
                                + " where c->>'code' = a->>'item' limit 1) n on true), 'findings', (select coalesce(jsonb_agg(f - 'item'), '[]')"
                                + " from jsonb_array_elements(r.body->'findings') f), 'feedback', jsonb_build_array(r.body->'feedback'),"
                                + " 'signedBy', jsonb_build_array(r.body->'received'->'name')), r.author, r.author_name, r.received_at,"
                                + " v.made_on + 7, case when l.replied then '已按意见逐项落实。' end, case when l.replied then '校长' end,"
                                + " case when l.replied then r.received_at + interval '3 days' end"
                                + " from zone.visit v join registry.school s on s.id = v.school_id join zone.visit_record r on r.visit_id = v.id"
                                + " join indexsystem.system x on x.id = r.system_id cross join lateral (select v.made_on < :settled and"
                                + " ascii(right(v.id::text, 1)) % 8 <> 3 and v.made_on < (select max(w.made_on) from zone.visit w"
                                + " where w.school_id = v.school_id or v.school_id <> :own) as replied) l"
                                + " where r.author = :signedIn or v.made_on < :handled and ascii(right(v.id::text, 1)) % 9 <> 4")
                .bind("own", own)
                .bind("settled", today.minusDays(15))
                .bind("handled", today.minusDays(5))
                .bind("signedIn", subject(3))
                .execute();
    }

    private void feedback(UUID own) {
        handle.execute(
                "insert into zone.visit_feedback (visit_id, inspector_id, fair, useful, clean, words, given_by, given_name, given_at)"
                        + " select v.id, a.inspector_id, 4 + ascii(substr(v.id::text, 2)) % 2, 3 + ascii(substr(v.id::text, 3)) % 3, 5,"
                        + " case when ascii(substr(v.id::text, 4)) % 5 = 0 then '督导及时，建议具体。' end, ?, '校长', p.replied_at"
                        + " from zone.visit v join zone.visit_publication p on p.visit_id = v.id and p.replied_at is not null"
                        + " join zone.assignment a on a.school_id = v.school_id and a.from_day <= v.made_on"
                        + " and coalesce(a.until_day, 'infinity') >= v.made_on where v.school_id <> ? and ascii(right(v.id::text, 1)) % 4 <> 0",
                subject(4), own);
    }

    /** Of the months that are over; the one that runs has none, so that it can be handed in. */
    private void reports(List<DemoZones.Person> people, List<DemoVisits.Made> visits) {
        YearMonth running = YearMonth.from(today);
        List<YearMonth> months = visits.stream()
                .map(DemoVisits.Made::month)
                .filter(m -> m.isBefore(running))
                .distinct()
                .sorted()
                .toList();
        List<Object[]> rows = new ArrayList<>();
        for (DemoZones.Person p : people) {
            for (YearMonth month : months) {
                boolean last = month.equals(running.minusMonths(1));
                String state = last ? state(p.number()) : "ACCEPTED";
                if (state != null) {
                    List<DemoVisits.Made> own = visits.stream()
                            .filter(v -> v.person() == p.number() && v.month().equals(month))
                            .toList();
                    rows.add(report(p, month, state, own));
                }
            }
        }
        batch(
                "insert into zone.monthly_report (inspector_id, month, work, problems, advice, next, state, figures, submitted_at,"
                        + " returned_for, decided_by, decided_at, version) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, 2)",
                rows);
    }

    private static String state(int person) {
        return switch (person % 6) {
            case 1 -> "SUBMITTED";
            case 2 -> "RETURNED";
            case 3 -> "DRAFT";
            case 5 -> null;
            default -> "ACCEPTED";
        };
    }

    private Object[] report(DemoZones.Person p, YearMonth month, String state, List<DemoVisits.Made> visits) {
        long done = visits.stream().filter(DemoVisits.Made::done).count();
        int findings = visits.stream().mapToInt(DemoVisits.Made::findings).sum();
        boolean fixed = state.equals("SUBMITTED") || state.equals("ACCEPTED");
        boolean decided = state.equals("ACCEPTED") || state.equals("RETURNED");
        LocalDate on = month.plusMonths(1).atDay(3);
        return new Object[] {
            p.id(),
            month.toString(),
            "%d年%d月，开展入校督导%d次。".formatted(month.getYear(), month.getMonthValue(), done),
            findings == 0 ? "" : "发现问题%d个，已列入整改台账。".formatted(findings),
            "加强食堂留样和消防通道日常巡查。",
            "按学期计划继续开展经常性督导，复查整改情况。",
            state,
            fixed ? figures(visits, done, findings) : null,
            fixed ? noon(on) : null,
            state.equals("RETURNED") ? "请补充发现问题的整改进展" : null,
            decided ? accounts[1] : null,
            decided ? noon(on.plusDays(2)) : null
        };
    }

    private static String figures(List<DemoVisits.Made> visits, long done, int findings) {
        long planned = visits.stream().filter(DemoVisits.Made::planned).count();
        long kept = visits.stream().filter(v -> v.planned() && v.done()).count();
        long cancelled = visits.stream().filter(DemoVisits.Made::cancelled).count();
        long overdue = visits.stream().filter(DemoVisits.Made::overdue).count();
        String rate = planned == cancelled ? "null" : "" + Math.round(kept * 100f / (planned - cancelled));
        return ("{\"visits\": {\"planned\": %d, \"done\": %d, \"made\": %d, \"unplanned\": %d, \"moved\": 0, \"cancelled\": %d,"
                        + " \"overdue\": %d, \"rate\": %s}, \"kinds\": {\"ROUTINE\": %d}, \"schools\": %d, \"findings\": %d, \"closed\": 0}")
                .formatted(planned, kept, done, done - kept, cancelled, overdue, rate, done, done, findings);
    }

    /** All but two inspectors have costs this term. */
    private void workLog(List<DemoZones.Person> people) {
        List<Object[]> entries = new ArrayList<>();
        for (DemoZones.Person p : people.subList(0, people.size() - 2)) {
            for (int n = 0; n < ENTRIES; n++) {
                LocalDate on = DemoVisits.weekday(today.minusDays(4 + 9L * n + p.number() % 5));
                boolean log = n % 3 == 0;
                boolean fee = n == 4;
                entries.add(new Object[] {
                    named("work-" + p.number() + "-" + n),
                    p.id(),
                    log ? "LOG" : fee ? "FEE" : "TRAVEL",
                    on,
                    log
                            ? "整理督导记录，与学校沟通整改措施"
                            : fee
                                    ? "打印督导记录和学校整改材料"
                                    : "赴"
                                            + p.schools()
                                                    .get(n % p.schools().size())
                                                    .name() + "入校督导往返车费",
                    log ? null : BigDecimal.valueOf(2400 + 350L * n, 2),
                    subject(2),
                    accounts[1],
                    noon(on)
                });
            }
        }
        batch(
                "insert into zone.work_entry (id, inspector_id, kind, on_day, text, amount, recorded_by, recorder_name, recorded_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entries);
    }

    private void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        rows.forEach(batch::add);
        batch.execute();
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atZone(CHINA).toOffsetDateTime();
    }

    private static String subject(int account) {
        return "00000000-0000-7000-8000-00000000000" + account;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }
}
