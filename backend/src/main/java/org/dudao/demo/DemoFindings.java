package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/**
 * A term's worth of findings for the demonstration county, at every point of their way: recorded, in a notice to be
 * approved, served, overdue, replied to, accepted, closed. Days are counted back from the day it is loaded.
 */
final class DemoFindings {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int TERM = 20;

    /** A rule of the trade, what broke it, how grave. */
    private record Pattern(String code, String rule, String description, String severity, String requirement) {}

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern("FIRE_ROUTE", "疏散通道、安全出口应保持畅通", "教学楼东侧疏散通道堆放桌椅", "GENERAL", "立即清理，建立每周巡查记录。"),
            new Pattern("FOOD_SAMPLE", "食品每餐留样 125 克以上、保存 48 小时", "食堂留样不足 125 克，标签缺日期", "GENERAL", "规范留样并由专人登记。"),
            new Pattern("HOMEWORK", "小学其他年级书面作业平均不超过 60 分钟", "五年级书面作业平均 80 分钟", "GENERAL", "建立作业公示与统筹制度。"),
            new Pattern("FEE_PUBLIC", "收费项目和标准应公示", "校门口公示栏未列课后服务收费标准", "GENERAL", "七日内补充公示。"),
            new Pattern("PE_HOURS", "开齐开足体育与健康课", "三年级每周少开一节体育课", "GENERAL", "调整课表并报督导室备案。"),
            new Pattern("LARGE_CLASS", "小学班额不超过 45 人", "四（2）班班额 58 人", "SERIOUS", "制定化解方案，秋季学期前落实。"),
            new Pattern("DORM_NIGHT", "寄宿生夜间应有专人值守", "女生宿舍周末无人值守", "SERIOUS", "配齐宿管人员，完善值班制度。"),
            new Pattern("ROAD", "校门口交通秩序应有保障", "校门口无减速带和警示标志", "COMPLEX", "会同交警、住建部门增设设施。"));

    /** How far a finding has come, and how many days ago it was found. */
    private enum Course {
        CLOSED(75),
        ACCEPTED(30),
        REPLIED(24),
        RECTIFYING(16),
        OVERDUE(48),
        NOTIFIED(11),
        RAISED(8);

        private final int daysAgo;

        Course(int daysAgo) {
            this.daysAgo = daysAgo;
        }

        private boolean issued() {
            return this != RAISED && this != NOTIFIED;
        }
    }

    private static final List<Course> COURSES = List.of(
            Course.CLOSED,
            Course.CLOSED,
            Course.CLOSED,
            Course.RECTIFYING,
            Course.CLOSED,
            Course.REPLIED,
            Course.CLOSED,
            Course.OVERDUE,
            Course.CLOSED,
            Course.ACCEPTED,
            Course.CLOSED,
            Course.CLOSED,
            Course.RECTIFYING,
            Course.CLOSED,
            Course.RAISED,
            Course.CLOSED,
            Course.OVERDUE,
            Course.CLOSED,
            Course.REPLIED,
            Course.CLOSED,
            Course.NOTIFIED,
            Course.CLOSED,
            Course.RECTIFYING,
            Course.RAISED);

    /** The item of the visit checklist each pattern breaks. */
    private static final Map<String, String> ITEMS = Map.of(
            "FIRE_ROUTE", "6.2",
            "FOOD_SAMPLE", "7.1",
            "HOMEWORK", "4.2",
            "FEE_PUBLIC", "1.2",
            "PE_HOURS", "3.1",
            "LARGE_CLASS", "2.3",
            "DORM_NIGHT", "7.3",
            "ROAD", "6.3");

    /**
     * A finding as a visit found it.
     *
     * @param item of the checklist of the eight matters
     */
    record Found(
            UUID id, DemoSchool school, LocalDate on, String item, String rule, String description, String severity) {}

    private final Handle handle;
    private final LocalDate today;
    private final String[] people;
    private final Map<Integer, Integer> numbers;
    private int events;

    /** @param people names of the accounts in the order of their subjects: director, officer, inspector, school */
    DemoFindings(Handle handle, LocalDate today, String[] people) {
        this.handle = handle;
        this.today = today;
        this.people = people;
        this.numbers = numbers(today);
    }

    void load(List<DemoSchool> schools) {
        for (int i = 0; i < COURSES.size(); i++) {
            finding(i, COURSES.get(i), PATTERNS.get(i % PATTERNS.size()), schoolOf(i, schools));
        }
        handle.execute(
                "insert into kernel.number_series (series, last) values (?, ?)",
                "rectification.notice/" + DemoLoader.COUNTY + "/" + today.getYear(),
                numbers.size());
    }

    /** What was found, for the visits it was found on. */
    static List<Found> found(LocalDate today, List<DemoSchool> schools) {
        return IntStream.range(0, COURSES.size())
                .mapToObj(i -> {
                    Pattern p = PATTERNS.get(i % PATTERNS.size());
                    return new Found(
                            named("finding-" + i),
                            schoolOf(i, schools),
                            foundOn(today, i),
                            ITEMS.get(p.code()),
                            p.rule(),
                            p.description(),
                            p.severity());
                })
                .toList();
    }

    private static DemoSchool schoolOf(int index, List<DemoSchool> schools) {
        return schools.get(index == 3 ? 0 : index * 5 % schools.size());
    }

    /** The numbers of the notices by the place of their finding: in the order of the days they were issued on, as an office gives them. */
    static Map<Integer, Integer> numbers(LocalDate today) {
        List<Integer> issued = IntStream.range(0, COURSES.size())
                .filter(i -> COURSES.get(i).issued())
                .boxed()
                .sorted(Comparator.comparing(i -> issuedOn(today, i)))
                .toList();
        Map<Integer, Integer> numbers = new HashMap<>();
        issued.forEach(i -> numbers.put(i, numbers.size() + 1));
        return numbers;
    }

    private static LocalDate foundOn(LocalDate today, int index) {
        return today.minusDays(COURSES.get(index).daysAgo - index % 5);
    }

    static LocalDate issuedOn(LocalDate today, int index) {
        return foundOn(today, index).plusDays(2);
    }

    private void finding(int index, Course course, Pattern pattern, DemoSchool school) {
        UUID id = named("finding-" + index);
        LocalDate found = foundOn(today, index);
        LocalDate served = found.plusDays(3);
        LocalDate deadline = served.plusDays(TERM);
        boolean demanded = course != Course.RAISED;
        boolean running = course.issued();
        boolean answered = course == Course.REPLIED || course == Course.ACCEPTED || course == Course.CLOSED;
        LocalDate closed = course == Course.CLOSED ? served.plusDays(18) : null;
        UUID notice = demanded ? notice(index, school, pattern, found, running ? served : null) : null;
        handle.createUpdate(
                        "insert into rectification.finding (id, region_code, school_id, unit_name, origin, rule_code, rule,"
                                + " description, severity, departments, found_on, found_by, finder_name, recorded_at, state, notice_id,"
                                + " requirement, term_days, term_kind, deadline, replied_by, closed_on, version) values (:id, :region,"
                                + " :school, :unit, 'office', :code, :rule, :description, :severity, :departments, :found, :finder, :name,"
                                + " :at, :state, :notice, :requirement, :days, :kind, :deadline, :replier, :closed, 1)")
                .bind("id", id)
                .bind("region", school.regionCode())
                .bind("school", school.id())
                .bind("unit", school.name())
                .bind("code", pattern.code())
                .bind("rule", pattern.rule())
                .bind("description", pattern.description())
                .bind("severity", pattern.severity())
                .bindArray(
                        "departments",
                        String.class,
                        "COMPLEX".equals(pattern.severity()) ? List.of("交警大队", "住建局") : List.of())
                .bind("found", found)
                .bind("finder", subject(3))
                .bind("name", people[2])
                .bind("at", found.atTime(16, 0).atZone(CHINA).toOffsetDateTime())
                .bind("state", course == Course.OVERDUE ? "RECTIFYING" : course.name())
                .bind("notice", notice)
                .bind("requirement", demanded ? pattern.requirement() : null)
                .bind("days", demanded ? TERM : null)
                .bind("kind", demanded ? "CALENDAR" : null)
                .bind("deadline", running ? deadline : null)
                .bind("replier", answered ? subject(4) : null)
                .bind("closed", closed)
                .execute();
        event(id, "RAISED", found, 3, pattern.description(), null, null);
        if (demanded) {
            event(id, "NOTIFIED", found.plusDays(1), 2, pattern.requirement(), null, null);
        }
        if (running) {
            event(id, "SERVED", served, 4, null, null, deadline);
        }
        if (answered) {
            event(id, "REPLIED", served.plusDays(12), 4, "已按要求整改，并安排专人负责。", null, deadline);
        }
        if (course == Course.ACCEPTED || course == Course.CLOSED) {
            event(id, "ACCEPTED", served.plusDays(15), 3, "现场核查属实。", "ON_SITE", deadline);
        }
        if (closed != null) {
            event(id, "CLOSED", closed, 1, "同意销号。", null, deadline);
        }
    }

    private UUID notice(int index, DemoSchool school, Pattern pattern, LocalDate found, LocalDate served) {
        UUID id = named("notice-" + index);
        Integer number = numbers.get(index);
        LocalDate issued = number == null ? null : issuedOn(today, index);
        handle.createUpdate(
                        "insert into rectification.notice (id, region_code, school_id, unit_name, title, state,"
                                + " document_year, document_no, number, drafted_by, drafter_name, drafted_at, approved_by,"
                                + " approver_name, approved_at, issued_on, receipt_name, receipt_by, served_on, served_at, version)"
                                + " values (:id, :region, :school, :unit, :title, :state, :year, :no, :number, :drafter, :drafterName,"
                                + " :drafted, :approver, :approverName, :approved, :issued, :receiver, :receiptBy, :served, :servedAt, 3)")
                .bind("id", id)
                .bind("region", school.regionCode())
                .bind("school", school.id())
                .bind("unit", school.name())
                .bind("title", "关于" + school.name() + "“" + pattern.rule() + "”问题的整改通知")
                .bind("state", served == null ? "SUBMITTED" : "SERVED")
                .bind("year", number == null ? null : today.getYear())
                .bind("no", number)
                .bind("number", number == null ? null : "教督整改〔" + today.getYear() + "〕" + number + "号")
                .bind("drafter", subject(2))
                .bind("drafterName", people[1])
                .bind("drafted", found.plusDays(1).atTime(10, 0).atZone(CHINA).toOffsetDateTime())
                .bind("approver", number == null ? null : subject(1))
                .bind("approverName", number == null ? null : people[0])
                .bind(
                        "approved",
                        issued == null
                                ? null
                                : issued.atTime(9, 0).atZone(CHINA).toOffsetDateTime())
                .bind("issued", issued)
                .bind("receiver", served == null ? null : people[3])
                .bind("receiptBy", served == null ? null : subject(4))
                .bind("served", served)
                .bind(
                        "servedAt",
                        served == null
                                ? null
                                : served.atTime(11, 0).atZone(CHINA).toOffsetDateTime())
                .execute();
        return id;
    }

    private void event(
            UUID finding, String kind, LocalDate on, int actor, String text, String mode, LocalDate deadline) {
        handle.createUpdate(
                        "insert into rectification.finding_event (id, finding_id, kind, on_date, at, actor, actor_name,"
                                + " text, mode, deadline) values (:id, :finding, :kind, :on, :at, :actor, :name, :text, :mode, :deadline)")
                .bind("id", named("event-" + events++))
                .bind("finding", finding)
                .bind("kind", kind)
                .bind("on", on)
                .bind("at", on.atTime(16, 30).atZone(CHINA).toOffsetDateTime())
                .bind("actor", subject(actor))
                .bind("name", people[actor - 1])
                .bind("text", text)
                .bind("mode", mode)
                .bind("deadline", deadline)
                .execute();
    }

    private static String subject(int account) {
        return "00000000-0000-7000-8000-00000000000" + account;
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }
}
