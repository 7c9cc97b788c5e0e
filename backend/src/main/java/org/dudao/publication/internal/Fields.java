package org.dudao.publication.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.rectification.EscalationFacts;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.StepDetails;

/** What happened, as the fields of a document: texts an official reads, in Chinese. */
final class Fields {
    private Fields() {}

    static Map<String, Object> of(NoticeFacts notice) {
        List<Map<String, String>> findings = new ArrayList<>();
        List<String> attachments = new ArrayList<>();
        for (NoticeFacts.Demand d : notice.demands()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("序号", Numerals.chinese(findings.size() + 1));
            row.put("内容", d.description());
            row.put("依据", d.rule());
            row.put("程度", Messages.text(Messages.CHINESE, "publication.severity." + d.severity()));
            row.put("发现日期", Numerals.day(d.foundOn()));
            row.put("要求", d.requirement());
            row.put("期限", "收到之日起" + d.days() + (d.workingDays() ? "个工作日内" : "日内"));
            findings.add(row);
            if (d.files() > 0) {
                attachments.add("问题" + row.get("序号") + "的现场照片和材料（" + d.files() + "件）");
            }
        }
        Map<String, Object> fields = new HashMap<>();
        fields.put("问题数", "" + findings.size());
        fields.put("问题", findings);
        fields.put("附件", attachments(attachments));
        fields.put("抄送", notice.copies() == null ? List.of() : List.of(Map.of("机关", notice.copies())));
        return fields;
    }

    /** Numbered when there are several, each on a line of its own, without a full stop (GB/T 9704-2012, 7.3.4). */
    private static List<Map<String, String>> attachments(List<String> names) {
        List<Map<String, String>> lines = new ArrayList<>();
        for (String name : names) {
            String number = names.size() == 1 ? "" : lines.size() + 1 + "．";
            lines.add(Map.of("行", (lines.isEmpty() ? "附件：" : "　　　") + number + name));
        }
        return lines;
    }

    /** @param numbers 文号 of the documents of earlier steps, by the step's id */
    static Map<String, Object> of(EscalationFacts step, LocalDate on, Map<UUID, String> numbers) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("问题内容", step.description());
        fields.put("问题依据", step.rule());
        fields.put("整改要求", step.requirement() == null ? "" : step.requirement());
        fields.put("整改期限", Numerals.day(step.deadline()));
        fields.put("通知书文号", step.noticeNumber() == null ? "" : step.noticeNumber());
        long late = ChronoUnit.DAYS.between(step.deadline(), on);
        fields.put("逾期天数", "" + Math.max(0, late));
        fields.put("剩余天数", "" + Math.max(0, -late));
        List<Map<String, String>> earlier = new ArrayList<>();
        for (EscalationFacts.Earlier e : step.earlier()) {
            Map<String, String> row = new LinkedHashMap<>();
            row.put("序号", "" + (earlier.size() + 1));
            row.put("措施", e.name());
            row.put("日期", Numerals.day(e.on()));
            row.put("文号", numbers.getOrDefault(e.id(), "—"));
            earlier.add(row);
        }
        fields.put("已采取措施", earlier);
        return fields;
    }

    static void add(Map<String, Object> fields, StepDetails details, String byDefault) {
        fields.put("约谈时间", text(details.heldAt()));
        fields.put("约谈地点", text(details.place()));
        fields.put("被约谈人", text(details.called()));
        fields.put("约谈人", text(details.interviewers()).isEmpty() ? byDefault : details.interviewers());
        fields.put("整改承诺", text(details.promise()));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
