package org.dudao.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
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
            List.of("1.1", "1.2", "2.1", "2.3", "3.1", "4.1", "4.2", "5.1", "6.1", "6.2", "6.3", "7.1", "7.3", "8.1");
    /** Items that ask whether something forbidden was seen. */
    private static final List<String> FORBIDDEN = List.of("2.1", "5.1");

    private static final UUID PLAN = named("visit-plan");
    private static final String[] FEEDBACK = {
        "课程开设齐全，课间秩序良好；建议加强食堂留样登记。", "校园环境整洁，资料较齐全；建议规范课后服务公示。", "安全巡查记录完整；建议增加体育活动时间。"
    };

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;
    private final ObjectMapper json = new ObjectMapper();
    private static final int AHEAD = 3;

    private final List<Object[]> visits = new ArrayList<>();
    private final List<Object[]> records = new ArrayList<>();
    private final List<Object[]> moves = new ArrayList<>();
    private final List<Made> made = new ArrayList<>();
    private final Map<String, List<DemoFindings.Found>> found = new HashMap<>();

    /** A visit of a month, for counting. */
    record Made(
            int person,
            YearMonth month,
            boolean planned,
            boolean done,
            boolean cancelled,
            boolean overdue,
            int findings) {}

    DemoVisits(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    /** @return what was made of the plan, for the months' reports */
    List<Made> load(List<DemoSchool> schools) {
        DemoFindings.found(today, schools)
                .forEach(f -> found.computeIfAbsent(key(f.school(), YearMonth.from(f.on())), k -> new ArrayList<>())
                        .add(f));
        LocalDate first = terms();
        plan(first);
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
            if (p.number() == 0) {
                ahead(p, system);
            }
        }
        batch(
                "insert into zone.visit (id, region_code, school_id, kind, planned_on, made_on, cancelled_for, system_id,"
                        + " inspector_id, planned_by, created_at, plan_id, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                visits);
        batch(
                "insert into zone.visit_record (id, visit_id, author, author_name, system_id, body, checksum, sent_at,"
                        + " received_at, clock_off) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, 0)",
                records);
        batch(
                "insert into zone.visit_move (id, visit_id, from_day, to_day, day_off, reason, actor, actor_name, at)"
                        + " values (?, ?, ?, ?, false, ?, ?, ?, ?)",
                moves);
        handle.execute(
                "update zone.visit_plan set visits = (select count(*) from zone.visit where plan_id = ?) where id = ?",
                PLAN,
                PLAN);
        return List.copyOf(made);
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

    /** The term plan the visits belong to. Its draw lies before the county's first day here, so nothing is kept to draw it again from. */
    private void plan(LocalDate first) {
        boolean autumn = first.getMonthValue() >= 8;
        String inputs = "{\"seed\": 20260901, \"periods\": [], \"days\": [], \"rounds\": [], \"known\": [],"
                + " \"limits\": {\"perPeriod\": 1, \"perDay\": 2, \"gapDays\": 10, \"nearbyKm\": 10}}";
        handle.execute(
                "insert into zone.visit_plan (id, region_code, year, half, kind, seed, announced, inputs, outcome, visits,"
                        + " missing, adopted_by, adopted_name, adopted_at) values (?, ?, ?, ?, 'REGULAR', 20260901, false, ?::jsonb,"
                        + " '{\"visits\": [], \"missing\": []}'::jsonb, 0, 0, ?, ?, ?)",
                PLAN,
                DemoLoader.COUNTY,
                autumn ? first.getYear() : first.getYear() - 1,
                autumn ? "AUTUMN" : "SPRING",
                inputs,
                subject(2),
                accounts[1],
                noon(first.minusDays(5)));
    }

    /** What waits for the inspector of the accounts in the days ahead, also at the end of a month. */
    private void ahead(DemoZones.Person p, UUID system) {
        LocalDate day = today;
        for (DemoSchool school :
                p.schools().subList(0, Math.min(AHEAD, p.schools().size()))) {
            day = workday(day.plusDays(1));
            visits.add(new Object[] {
                named("visit-ahead-" + school.id()),
                school.regionCode(),
                school.id(),
                "ROUTINE",
                day,
                null,
                null,
                system,
                null,
                subject(2),
                noon(today.minusDays(5)),
                PLAN
            });
        }
    }

    private static String key(DemoSchool school, YearMonth month) {
        return school.id() + "/" + month;
    }

    private void visit(DemoZones.Person p, DemoSchool school, YearMonth month, int n, UUID system) {
        List<DemoFindings.Found> findings = found.getOrDefault(key(school, month), List.of());
        boolean fruitful = !findings.isEmpty();
        LocalDate planned = weekday(
                fruitful
                        ? findings.get(0).on()
                        : month.atDay(1 + (n * 7 + month.getMonthValue() * 5) % month.lengthOfMonth()));
        boolean past = planned.isBefore(today);
        boolean cancelled = past && !fruitful && n % 29 == 28;
        boolean overdue = past && !fruitful && n % 17 == 16;
        boolean unplanned = past && n % 23 == 22;
        boolean special = n % 12 == 11;
        UUID id = named("visit-" + n);
        LocalDate day = past && !cancelled && !overdue ? planned : null;
        made.add(new Made(p.number(), month, !unplanned, day != null, cancelled, overdue, findings.size()));
        visits.add(new Object[] {
            id,
            school.regionCode(),
            school.id(),
            special ? "SPECIAL" : "ROUTINE",
            unplanned ? null : planned,
            day,
            cancelled ? "学校参加县运动会停课" : null,
            unplanned ? null : system,
            unplanned ? p.id() : null,
            unplanned ? null : subject(2),
            noon(month.atDay(1)),
            unplanned || special ? null : PLAN
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
        if (day != null && system != null) {
            records.add(record(p, school, id, day, n, system, findings));
        }
    }

    private Object[] record(
            DemoZones.Person p,
            DemoSchool school,
            UUID visit,
            LocalDate on,
            int n,
            UUID system,
            List<DemoFindings.Found> findings) {
        UUID id = named("visit-record-" + n);
        List<Map<String, Object>> answers = new ArrayList<>();
        for (int i = 0; i < ITEMS.size(); i++) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("item", ITEMS.get(i));
            answer.put("notApplicable", false);
            String item = ITEMS.get(i);
            boolean good = findings.stream().noneMatch(f -> f.item().equals(item)) && (n + i) % 14 != 13;
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
        body.put(
                "findings",
                findings.stream()
                        .map(f -> Map.of(
                                "id", f.id(),
                                "item", f.item(),
                                "rule", f.rule(),
                                "description", f.description(),
                                "severity", f.severity()))
                        .toList());
        findings.forEach(f -> handle.execute(
                "update rectification.finding set origin = 'zone', origin_ref = ?, finder_name = ? where id = ?",
                id.toString(),
                p.name(),
                f.id()));
        body.put("received", Map.of("name", "值班校领导", "mark", "M4 24 L18 6 L30 22 L44 8"));
        body.put("feedback", FEEDBACK[n % FEEDBACK.length]);
        OffsetDateTime sent = on.atTime(17, 5).atZone(CHINA).toOffsetDateTime();
        return new Object[] {
            id, visit, p.number() == 0 ? subject(3) : "demo", p.name(), system, write(body), "demo", sent, sent
        };
    }

    private void batch(String sql, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(sql);
        rows.forEach(batch::add);
        batch.execute();
    }

    /** The day, or the Monday after a weekend. */
    private static LocalDate workday(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY ? day.plusDays(2) : weekday(day);
    }

    static LocalDate weekday(LocalDate day) {
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
