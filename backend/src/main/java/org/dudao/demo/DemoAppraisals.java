package org.dudao.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Schools' views and monthly reports of the term, last year's appraisals as they were confirmed, and this year's as far as the
 * office has come.
 */
final class DemoAppraisals {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int OFFICE_SHARE = 40;
    private static final String[] MEASURES = {"FULFILMENT", "COVERAGE", "CLOSURE", "TRAINING", "REPORTS", "FEEDBACK"};
    private static final int[] WEIGHTS = {20, 25, 15, 15, 10, 15};
    private static final String[] COMMENTS = {"按计划完成督导任务，发现问题及时，资料规范。", "工作扎实，个别月份督导间隔偏长。", "能完成基本任务，培训学时和月报应进一步抓紧。"};

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;
    private final ObjectMapper json = new ObjectMapper();

    DemoAppraisals(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    void load(List<DemoSchool> schools) {
        List<DemoZones.Person> people = DemoZones.people(schools, accounts[2]);
        for (DemoZones.Person p : people) {
            lastYear(p);
        }
        thisYear(people.get(0), 93, "SUBMITTED", null);
        thisYear(people.get(1), 85, "SUBMITTED", null);
        thisYear(people.get(2), 70, "RETURNED", "培训学时不足的原因请在评语中说明。");
        thisYear(people.get(3), 88, "DRAFT", null);
    }

    private void thisYear(DemoZones.Person p, int mark, String state, String returnedFor) {
        int year = today.getYear();
        handle.execute(
                "insert into zone.appraisal (inspector_id, year, state, office_mark, comment, version)"
                        + " values (?, ?, ?, ?, ?, 1)",
                p.id(),
                year,
                state,
                mark,
                COMMENTS[p.number() % COMMENTS.length]);
        if (!state.equals("DRAFT")) {
            step(p, year, "SUBMITTED", 2, null, today.minusDays(3));
        }
        if (returnedFor != null) {
            step(p, year, "RETURNED", 1, returnedFor, today.minusDays(2));
        }
    }

    /** As it was confirmed in January; most inspectors have read it. */
    private void lastYear(DemoZones.Person p) {
        int year = today.getYear() - 1;
        int mark = 96 - p.number() * 7 % 29;
        int visits = 20 - p.number() % 4;
        int missed = p.number() % 3;
        int hours = p.number() % 4 == 3 ? 24 : 40;
        int months = 4;
        int due = months * Math.max(1, p.schools().size());
        List<Map<String, Object>> parts = new ArrayList<>();
        part(parts, BigDecimal.valueOf(visits - missed), visits);
        part(parts, BigDecimal.valueOf(due - missed), due);
        part(parts, BigDecimal.valueOf(6 - p.number() % 3), 6);
        part(parts, BigDecimal.valueOf(hours), 40);
        part(parts, BigDecimal.valueOf(months - p.number() % 2), months);
        BigDecimal view = BigDecimal.valueOf(480 - p.number() % 6 * 8L, 2);
        part(parts, view, 5);
        BigDecimal sum = BigDecimal.ZERO;
        for (Map<String, Object> part : parts) {
            sum = sum.add(((BigDecimal) part.get("value")).multiply(BigDecimal.valueOf((Integer) part.get("weight"))));
        }
        BigDecimal counted = sum.divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
        BigDecimal total = counted.multiply(BigDecimal.valueOf(100 - OFFICE_SHARE))
                .add(BigDecimal.valueOf((long) mark * OFFICE_SHARE))
                .divide(BigDecimal.valueOf(100), 1, RoundingMode.HALF_UP);
        String grade = total.intValue() >= 90 ? "EXCELLENT" : total.intValue() >= 70 ? "COMPETENT" : "BASIC";
        Map<String, Object> score = map("parts", parts, "weighed", 100, "counted", counted);
        score.putAll(map("officeShare", OFFICE_SHARE, "total", total, "suggested", grade));
        Map<String, Object> counts = map("planned", visits, "done", visits - missed, "made", visits - missed);
        counts.putAll(map("unplanned", 0, "moved", 0, "cancelled", 0));
        counts.putAll(map("overdue", missed, "rate", Math.round((visits - missed) * 100f / visits)));
        Map<String, Object> figures = map("from", year + "-01-01", "until", year + "-12-31", "visits", counts);
        figures.putAll(map("termsKnown", true, "months", months(p, year, missed), "findings", 6));
        figures.putAll(map("due", 6, "closed", 6 - p.number() % 3));
        figures.putAll(map("trainingHours", hours, "trainingRequired", 40));
        figures.putAll(map("answers", 7, "counted", 6, "least", 3));
        figures.put("view", view);
        handle.execute(
                "insert into zone.appraisal (inspector_id, year, state, office_mark, comment, grade, snapshot, version)"
                        + " select ?, ?, 'CONFIRMED', ?, ?, ?, jsonb_set(?::jsonb, '{rules}', (select jsonb_agg(jsonb_build_object("
                        + "'code', code, 'validFrom', valid_from, 'value', value, 'source', source, 'own', false, 'verified',"
                        + " verified) order by code) from zone.rule where code like 'APPRAISAL%')), 2",
                p.id(),
                year,
                mark,
                COMMENTS[p.number() % COMMENTS.length],
                grade,
                write(map("figures", figures, "rules", List.of(), "score", score)));
        step(p, year, "SUBMITTED", 2, null, LocalDate.of(year + 1, 1, 6));
        step(p, year, "CONFIRMED", 1, null, LocalDate.of(year + 1, 1, 12));
        if (p.number() % 5 != 0) {
            step(p, year, "ACKNOWLEDGED", 0, null, LocalDate.of(year + 1, 1, 15));
        }
    }

    private static List<Map<String, Object>> months(DemoZones.Person p, int year, int missed) {
        List<Map<String, Object>> months = new ArrayList<>();
        for (int m = 0; m < 4; m++) {
            LocalDate first = LocalDate.of(year, 9 + m, 1);
            boolean oneMissed = m < missed && !p.schools().isEmpty();
            Map<String, Object> month = map(
                    "month",
                    first.toString().substring(0, 7),
                    "from",
                    first.toString(),
                    "until",
                    first.plusMonths(1).minusDays(1).toString());
            int schools = Math.max(1, p.schools().size());
            month.putAll(map("schools", schools, "visited", oneMissed ? schools - 1 : schools, "missed", List.of()));
            if (oneMissed) {
                DemoSchool school = p.schools().get(m % p.schools().size());
                month.put("missed", List.of(Map.of("id", school.id().toString(), "name", school.name())));
            }
            month.put("report", m == 3 && p.number() % 2 == 1 ? null : "ACCEPTED");
            months.add(month);
        }
        return months;
    }

    private static void part(List<Map<String, Object>> parts, BigDecimal done, int of) {
        int n = parts.size();
        Map<String, Object> part = map("measure", MEASURES[n], "done", done, "of", of);
        part.put(
                "value",
                done.multiply(BigDecimal.valueOf(100)).divide(BigDecimal.valueOf(of), 1, RoundingMode.HALF_UP));
        part.put("weight", WEIGHTS[n]);
        parts.add(part);
    }

    /** @param account of the director (1) or the officer (2); 0 for the inspector */
    private void step(DemoZones.Person p, int year, String kind, int account, String note, LocalDate on) {
        handle.execute(
                "insert into zone.appraisal_step (id, inspector_id, year, kind, note, actor, actor_name, at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                named("appraisal-" + p.number() + "-" + year + kind),
                p.id(),
                year,
                kind,
                note,
                account == 0 ? "demo" : "00000000-0000-7000-8000-00000000000" + account,
                account == 0 ? p.name() : accounts[account - 1],
                noon(on));
    }

    private static Map<String, Object> map(String a, Object x, String b, Object y, String c, Object z) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(a, x);
        map.put(b, y);
        map.put(c, z);
        return map;
    }

    private static Map<String, Object> map(String a, Object x, String b, Object y) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(a, x);
        map.put(b, y);
        return map;
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

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }
}
