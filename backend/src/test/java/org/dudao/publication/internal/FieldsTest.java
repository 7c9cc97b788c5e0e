package org.dudao.publication.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.rectification.EscalationFacts;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.Severity;
import org.junit.jupiter.api.Test;

class FieldsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);

    private static Map<String, Object> notice(int... files) {
        List<NoticeFacts.Demand> demands = new ArrayList<>();
        for (int n : files) {
            demands.add(new NoticeFacts.Demand("依据", "内容", Severity.SERIOUS, DAY, "要求", 10, false, n));
        }
        return Fields.of(new NoticeFacts(
                UUID.randomUUID(),
                "530322",
                null,
                "某乡",
                "标题",
                null,
                "文号",
                2026,
                1,
                "王",
                DAY,
                null,
                null,
                null,
                demands));
    }

    private static List<String> lines(Map<String, Object> fields) {
        return ((List<?>) fields.get("附件"))
                .stream().map(row -> String.valueOf(((Map<?, ?>) row).get("行"))).toList();
    }

    @Test
    void attachments_are_numbered_only_when_there_are_several_and_none_are_none() {
        assertEquals(List.of(), lines(notice(0, 0)));
        assertEquals(List.of("附件：问题二的现场照片和材料（3件）"), lines(notice(0, 3)));
        assertEquals(List.of("附件：1．问题一的现场照片和材料（1件）", "　　　2．问题三的现场照片和材料（2件）"), lines(notice(1, 0, 2)));
    }

    @Test
    void a_demand_reads_as_an_official_writes_it() {
        Map<?, ?> row = (Map<?, ?>) ((List<?>) notice(0).get("问题")).get(0);
        assertEquals("一", row.get("序号"));
        assertEquals("重大", row.get("程度"));
        assertEquals("2026年3月5日", row.get("发现日期"));
        assertEquals("收到之日起10日内", row.get("期限"));
    }

    @Test
    void days_before_and_after_a_deadline_are_never_negative() {
        EscalationFacts step = new EscalationFacts(
                UUID.randomUUID(),
                "REMINDER",
                UUID.randomUUID(),
                "530322",
                null,
                "某乡",
                "依据",
                "内容",
                null,
                DAY,
                null,
                List.of());
        assertEquals("3", Fields.of(step, DAY.minusDays(3), Map.of()).get("剩余天数"));
        assertEquals("0", Fields.of(step, DAY.minusDays(3), Map.of()).get("逾期天数"));
        assertEquals("7", Fields.of(step, DAY.plusDays(7), Map.of()).get("逾期天数"));
        assertEquals("", Fields.of(step, DAY, Map.of()).get("整改要求"));
    }
}
