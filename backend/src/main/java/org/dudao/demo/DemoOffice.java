package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What the office of the demonstration county has done besides: key points of the year, boards at the gates, a self-check begun. */
final class DemoOffice {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int CODE_LENGTH = 26;

    private final Handle handle;
    private final LocalDate today;
    private final String[] accounts;

    DemoOffice(Handle handle, LocalDate today, String[] accounts) {
        this.handle = handle;
        this.today = today;
        this.accounts = accounts;
    }

    void load(List<DemoSchool> schools) {
        keyPoints();
        boards(schools);
        selfCheck();
        handle.execute(
                "insert into zone.office_line (region_code, phone) values (?, '0990-1234567')", DemoLoader.COUNTY);
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

    /** Most schools have their board; its code is random anywhere but here. */
    private void boards(List<DemoSchool> schools) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into zone.public_code (code, kind, subject_id, made_at) values (?, 'SCHOOL', ?, ?)");
        for (int n = 0; n < schools.size(); n++) {
            if (n % 11 != 7) {
                String code = named("board-" + schools.get(n).code()).toString().replace("-", "");
                batch.add(
                        code.substring(0, CODE_LENGTH).toUpperCase(Locale.ROOT),
                        schools.get(n).id(),
                        noon(LocalDate.of(today.getYear(), 1, 12)));
            }
        }
        batch.execute();
    }

    /** Five of the eight points answered by hand are answered. */
    private void selfCheck() {
        String answer = "\"%s\": {\"met\": %s, \"note\": \"%s\", \"evidence\": [], \"byName\": \"" + accounts[1]
                + "\", \"at\": \"" + noon(today.minusDays(9)).toInstant() + "\"}";
        List<String> answers = List.of(
                answer.formatted("1.1", "true", "已写入县教育事业发展“十五五”规划第四章"),
                answer.formatted("1.2", "true", "溪政办发〔2019〕12号"),
                answer.formatted("2.1", "true", "责任区管理、聘任、培训、考核四项制度汇编成册"),
                answer.formatted("5.1", "true", "责任区办公室8间，交通费按次报销"),
                answer.formatted("8.1", "false", "校长考核办法正在修订"));
        handle.execute(
                "insert into zone.innovation_check (id, region_code, year, edition, answers, version) values (?, ?, ?, 1, ?::jsonb, 5)",
                named("innovation-check"),
                DemoLoader.COUNTY,
                today.getYear(),
                "{" + String.join(", ", answers) + "}");
    }

    private static OffsetDateTime noon(LocalDate day) {
        return day.atTime(12, 0).atZone(CHINA).toOffsetDateTime();
    }

    private static UUID named(String name) {
        return UUID.nameUUIDFromBytes(("dudao-demo-" + name).getBytes(StandardCharsets.UTF_8));
    }
}
