package org.dudao.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The term's visits of the demonstration county until the end of this month: made, moved, dropped, overdue, one or the other
 * unplanned. The months after are left to be drawn.
 */
final class DemoVisits {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final List<String> ITEMS =
            List.of("1.1", "1.2", "2.1", "3.1", "4.1", "5.1", "6.1", "6.2", "7.1", "7.2");
    /** Items that ask whether something forbidden was seen. */
    private static final List<String> FORBIDDEN = List.of("2.1", "5.1");

    private static final String[] FEEDBACK = {
        "课程开设齐全，课间秩序良好；建议加强食堂留样登记。", "校园环境整洁，资料较齐全；建议规范课后服务公示。", "安全巡查记录完整；建议增加体育活动时间。"
    };

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;
    private final ObjectMapper json = new ObjectMapper();
    private final List<Object[]> visits = new ArrayList<>();
    private final List<Object[]> records = new ArrayList<>();
    private final List<Object[]> moves = new ArrayList<>();

    DemoVisits(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    void load(List<DemoSchool> schools) {
        LocalDate first = terms();
        UUID system = handle.createQuery("select id from indexsystem.system where code = 'VISIT_EIGHT_MATTERS'"
                        + " and region_code is null and state = 'PUBLISHED' order by version desc limit 1")
                .mapTo(UUID.class)
                .findOne()
                .orElse(null);
        int n = 0;
        for (DemoZones.Person p : DemoZones.people(schools, accounts[2])) {
            for (DemoSchool school : p.schools()) {
                for (YearMonth m = YearMonth.from(first); !m.isAfter(YearMonth.from(today)); m = m.plusMonths(1)) {
                    visit(p, school, m, n++, system);
                }
            }
        }
        batch(
                "insert into zone.visit (id, region_code, school_id, kind, planned_on, made_on, cancelled_for, system_id,"
                        + " inspector_id, planned_by, created_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                visits);
        batch(
                "insert into zone.visit_record (id, visit_id, author, author_name, system_id, body, checksum, sent_at,"
                        + " received_at, clock_off) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 0)",
                records);
        batch(
                "insert into zone.visit_move (id, visit_id, from_day, to_day, day_off, reason, actor, actor_name, at)"
                        + " values (?, ?, ?, ?, false, ?, ?, ?, ?)",
                moves);
        keyPoints();
        workLog(schools);
        published();
    }

    /** Both terms of the school year; returns the first day of the one today lies in or comes after. */
    private LocalDate terms() {
        int year = today.getMonthValue() >= 8 ? today.getYear() : today.getYear() - 1;
        LocalDate autumn = LocalDate.of(year, 9, 1);
        LocalDate spring = LocalDate.of(year + 1, 3, 1);
        String insert =
                "insert into zone.semester (region_code, year, half, from_day, until_day, version) values (?, ?, ?, ?, ?, 1)";
        handle.execute(insert, DemoLoader.COUNTY, year, "AUTUMN", autumn, LocalDate.of(year + 1, 1, 22));
        handle.execute(insert, DemoLoader.COUNTY, year, "SPRING", spring, LocalDate.of(year + 1, 7, 10));
        return today.isBefore(spring) ? autumn : spring;
    }

    private void visit(DemoZones.Person p, DemoSchool school, YearMonth month, int n, UUID system) {
        LocalDate planned = weekday(month.atDay(1 + (n * 7 + month.getMonthValue() * 5) % month.lengthOfMonth()));
        boolean past = planned.isBefore(today);
        boolean cancelled = past && n % 29 == 28;
        boolean overdue = past && n % 17 == 16;
        boolean unplanned = past && n % 23 == 22;
        UUID id = named("visit-" + n);
        LocalDate made = past && !cancelled && !overdue ? planned : null;
        visits.add(new Object[] {
            id,
            school.regionCode(),
            school.id(),
            n % 12 == 11 ? "SPECIAL" : "ROUTINE",
            unplanned ? null : planned,
            made,
            cancelled ? "学校参加县运动会停课" : null,
            unplanned ? null : system,
            unplanned ? p.id() : null,
            unplanned ? null : subject(2),
            noon(month.atDay(1))
        });
        if (!unplanned && n % 19 == 18) {
            moves.add(new Object[] {
                named("move-" + n),
                id,
                weekday(planned.minusDays(3)),
                planned,
                "与学校期中检测时间冲突",
                subject(2),
                accounts[1],
                noon(planned.minusDays(6))
            });
        }
        if (made != null && system != null) {
            records.add(record(p, school, id, made, n, system));
        }
    }

    private Object[] record(DemoZones.Person p, DemoSchool school, UUID visit, LocalDate on, int n, UUID system) {
        UUID id = named("visit-record-" + n);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("item", ITEMS.get(i));
            answer.put("notApplicable", false);
            boolean good = (n + i) % 14 != 13;
            answer.put("choice", good != FORBIDDEN.contains(ITEMS.get(i)) ? "YES" : "NO");
            answers.add(answer);
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", id);
        body.put("visitId", visit);
        body.put("schoolId", school.id());
        body.put("kind", "ROUTINE");
        body.put("systemId", system);
        body.put("startedAt", on.atTime(9, 10).atZone(CHINA).toInstant().toString());
        body.put("finishedAt", on.atTime(11, 20).atZone(CHINA).toInstant().toString());
        body.put("answers", answers);
        body.put("findings", List.of());
        body.put("received", Map.of("name", "值班校领导", "mark", "M4 24 L18 6 L30 22 L44 8"));
        body.put("feedback", FEEDBACK[n % FEEDBACK.length]);
        OffsetDateTime sent = on.atTime(17, 5).atZone(CHINA).toOffsetDateTime();
        return new Object[] {
            id, visit, p.number() == 0 ? subject(3) : "demo", p.name(), system, write(body), "demo", sent, sent
        };
    }

    /** Records of the inspector who signs in, sent to their schools; every other one is answered. */
    private void published() {
        handle.execute(
                "insert into zone.visit_publication (visit_id, content, published_by, published_name, published_at, reply_due,"
                        + " reply, replied_name, replied_at) select v.id, jsonb_build_object('visitId', v.id, 'schoolId', s.id,"
                        + " 'schoolName', s.name, 'regionCode', v.region_code, 'kind', v.kind, 'madeOn', v.made_on, 'inspectors',"
                        + " jsonb_build_array(r.author_name), 'startedAt', r.body->'startedAt', 'finishedAt', r.body->'finishedAt',"
                        + " 'answers', (select coalesce(jsonb_agg(jsonb_build_object('item', a->'item', 'nameZh', coalesce(n.zh, a->>'item'),"
                        + " 'nameEn', coalesce(n.en, a->>'item'), 'answerZh', case a->>'choice' when 'YES' then '是' else '否' end,"
                        + " 'answerEn', case a->>'choice' when 'YES' then 'yes' else 'no' end)), '[]') from"
                        + " jsonb_array_elements(r.body->'answers') a left join lateral (select c->>'nameZh' as zh, c->>'nameEn' as en"
                        + " from jsonb_array_elements(x.document->'nodes') m, jsonb_array_elements(m->'children') c"
                        + " where c->>'code' = a->>'item' limit 1) n on true), 'findings', '[]'::jsonb, 'feedback',"
                        + " jsonb_build_array(r.body->'feedback'), 'signedBy', jsonb_build_array(r.body->'received'->'name')),"
                        + " r.author, r.author_name, r.received_at, v.made_on + 7, case when v.made_on < ? then '已按意见逐项落实。' end,"
                        + " case when v.made_on < ? then '校长' end, case when v.made_on < ? then r.received_at + interval '3 days' end"
                        + " from zone.visit v join registry.school s on s.id = v.school_id join zone.visit_record r on r.visit_id = v.id"
                        + " join indexsystem.system x on x.id = r.system_id where r.author = ?",
                today.minusDays(15),
                today.minusDays(15),
                today.minusDays(15),
                subject(3));
    }

    private void workLog(List<DemoSchool> schools) {
        List<Object[]> entries = new ArrayList<>();
        for (DemoZones.Person p : DemoZones.people(schools, accounts[2]).subList(0, 4)) {
            for (int n = 0; n < 6; n++) {
                LocalDate on = weekday(today.minusDays(4 + 9L * n + p.number()));
                boolean log = n % 3 == 0;
                entries.add(new Object[] {
                    named("work-" + p.number() + "-" + n),
                    p.id(),
                    log ? "LOG" : "TRAVEL",
                    on,
                    log
                            ? "整理督导记录，与学校沟通整改措施"
                            : "赴" + p.schools().get(n % p.schools().size()).name() + "入校督导往返车费",
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

    private void keyPoints() {
        handle.createUpdate("insert into zone.key_points (id, region_code, year, title, preface, points, state,"
                        + " in_force_from, approved_by, approved_at, approval_id, version) values (:id, :county, :year, :title, :preface,"
                        + " :points, 'APPROVED', :from, :by, :at, :approval, 2)")
                .bind("id", named("key-points"))
                .bind("approval", named("key-points-approval"))
                .bind("county", DemoLoader.COUNTY)
                .bind("year", today.getYear())
                .bind("title", "溪禾县" + today.getYear() + "年教育督导工作要点")
                .bind("preface", "以推动教育优先发展、规范办学行为为重点，落实督政、督学、评估监测职责。")
                .bindArray(
                        "points",
                        String.class,
                        "落实责任督学挂牌督导，每所学校每月督导不少于一次。",
                        "开展春、秋季开学工作检查，重点检查校园安全、食堂、教辅收费。",
                        "对义务教育优质均衡发展情况开展年度监测。",
                        "开展教育经费投入使用专项督导。",
                        "强化问题整改，整改台账按期销号，组织回头看。",
                        "督学每年培训不少于40学时，年终开展督学考核。")
                .bind("from", LocalDate.of(today.getYear(), 1, 4))
                .bind("by", accounts[0])
                .bind("at", noon(LocalDate.of(today.getYear(), 1, 4)))
                .execute();
    }

    private void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        rows.forEach(batch::add);
        batch.execute();
    }

    private static LocalDate weekday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                ? day.minusDays(1)
                : day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
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
