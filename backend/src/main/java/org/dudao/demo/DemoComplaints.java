package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Complaints about schools of the demonstration county, one in each state, one of them overdue. Their query codes were given to
 * nobody: what is kept of them is not the digest of any code.
 */
final class DemoComplaints {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int VERIFY_DAYS = 7;
    private static final int ANSWER_DAYS = 42;
    private static final String OFFICER = "00000000-0000-7000-8000-000000000002";
    private static final String OFFICER_NAME = "周知夏";

    private record Told(
            int daysAgo,
            int matter,
            String text,
            String name,
            String contact,
            String state,
            String passedTo,
            String last) {}

    private static final List<Told> ALL = List.of(
            new Told(1, 7, "食堂上周两次吃到没熟的土豆，跟老师说过没有改。", "李", "13800001111", "RECEIVED", null, null),
            new Told(15, 2, "开学时收了课后服务费，没有给票据，也没有公示标准。", null, null, "RECEIVED", null, null),
            new Told(12, 4, "四年级每天作业要写到晚上十点，孩子睡不够。", "王女士", "wang@example.com", "VERIFIED", null, null),
            new Told(26, 6, "校门口早上摆摊占道，学生只能走机动车道。", null, "13900002222", "PASSED_ON", "县城市管理综合执法局", null),
            new Told(30, 3, "体育课经常被改上数学。", null, null, "HANDLED", null, null),
            new Told(50, 5, "有老师在外面办班补课，动员本班学生参加。", null, null, "ANSWERED", null, "经核实，该教师已停止办班并退还费用，学校已作出处理。感谢您的监督。"),
            new Told(40, 1, "希望调整学区，让孩子就近入学。", "赵先生", "13700003333", "REJECTED", null, "学区划分由县教育局负责，请向该局基础教育股反映。"));

    private final Handle handle;
    private final LocalDate today;

    DemoComplaints(Handle handle, LocalDate today) {
        this.handle = handle;
        this.today = today;
    }

    void load(List<DemoSchool> schools) {
        List<DemoSchool> open = schools.stream().filter(s -> s.zone() == 0).toList();
        for (int n = 0; n < ALL.size(); n++) {
            complaint(ALL.get(n), n, open.get(n % open.size()));
        }
    }

    private void complaint(Told c, int n, DemoSchool school) {
        UUID id = UUID.nameUUIDFromBytes(("dudao-demo-complaint-" + n).getBytes(StandardCharsets.UTF_8));
        LocalDate on = today.minusDays(c.daysAgo());
        boolean closed = c.last() != null;
        handle.createUpdate(
                        "insert into zone.complaint (id, key_hash, code_hash, checksum, school_id, region_code, matter, body,"
                                + " sender_name, sender_contact, state, received_at, received_on, verify_by, answer_by, passed_to, answer,"
                                + " rejected_for, closed_on) values (:id, :key, :code, 'demo', :school, :region, :matter, :text, :name, :contact,"
                                + " :state, :at, :on, :verify, :due, :to, :answer, :reason, :closed)")
                .bind("id", id)
                .bind("key", "demo-key-" + n)
                .bind("code", "demo-code-" + n)
                .bind("school", school.id())
                .bind("region", school.regionCode())
                .bind("matter", c.matter())
                .bind("text", c.text())
                .bind("name", c.name())
                .bind("contact", c.contact())
                .bind("state", c.state())
                .bind("at", noon(on))
                .bind("on", on)
                .bind("verify", on.plusDays(VERIFY_DAYS))
                .bind("due", on.plusDays(ANSWER_DAYS))
                .bind("to", c.passedTo())
                .bind("answer", c.state().equals("ANSWERED") ? c.last() : null)
                .bind("reason", c.state().equals("REJECTED") ? c.last() : null)
                .bind("closed", closed ? on.plusDays(VERIFY_DAYS) : null)
                .execute();
        step(id, "RECEIVED", null, on, false);
        switch (c.state()) {
            case "RECEIVED" -> {
                // nothing was done yet
            }
            case "REJECTED" -> step(id, "REJECT", c.last(), on.plusDays(2), true);
            default -> {
                step(id, "VERIFY", "与学校和家长核实，情况基本属实。", on.plusDays(3), true);
                if (c.passedTo() != null) {
                    step(id, "PASS_ON", "属该局职责，请其限期整治并反馈。", on.plusDays(4), true);
                } else if (!c.state().equals("VERIFIED")) {
                    step(id, "HANDLE", "责任督学到校督促整改，学校已调整。", on.plusDays(5), true);
                }
                if (c.state().equals("ANSWERED")) {
                    step(id, "ANSWER", c.last(), on.plusDays(VERIFY_DAYS), true);
                }
            }
        }
    }

    private void step(UUID complaint, String kind, String note, LocalDate on, boolean byOffice) {
        handle.execute(
                "insert into zone.complaint_step (id, complaint_id, kind, note, actor, actor_name, at) values (?, ?, ?, ?, ?, ?, ?)",
                UUID.nameUUIDFromBytes((complaint + kind).getBytes(StandardCharsets.UTF_8)),
                complaint,
                kind,
                note,
                byOffice ? OFFICER : null,
                byOffice ? OFFICER_NAME : null,
                noon(on));
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atZone(CHINA).toOffsetDateTime();
    }
}
