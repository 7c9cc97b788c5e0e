package org.dudao.zone.internal.report;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.zone.VisitRecordFacts;
import org.dudao.zone.internal.Visit;
import org.dudao.zone.internal.VisitDoubt;
import org.dudao.zone.internal.VisitReceipt;
import org.dudao.zone.internal.VisitRecord;
import org.dudao.zone.internal.VisitService;

/** Puts into words what a school is to read of a visit: never clocks, positions or who answered an item differently. */
final class RecordWording {
    private RecordWording() {}

    static VisitRecordFacts of(VisitService.Detail d, Collection<IndexSystem> systems, String summary) {
        Visit v = d.visit();
        Map<String, Item> items = new LinkedHashMap<>();
        systems.forEach(s -> s.document().nodes().forEach(n -> collect(n, n, items)));
        Set<String> people = d.receipts().stream()
                .map(VisitReceipt::authorName)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        v.participants().forEach(p -> people.add(p.name()));
        return new VisitRecordFacts(
                v.id(),
                v.schoolId(),
                v.schoolName(),
                v.regionCode(),
                v.kind().name(),
                v.madeOn(),
                List.copyOf(people),
                times(d, VisitRecord::startedAt).min(Comparator.naturalOrder()).orElse(null),
                times(d, VisitRecord::finishedAt).max(Comparator.naturalOrder()).orElse(null),
                lines(d.answers().agreed(), items),
                items.size(),
                d.bodies().stream()
                        .flatMap(b -> b.findings().stream())
                        .map(f -> new VisitRecordFacts.Found(f.id(), f.rule(), f.description(), f.severity()))
                        .toList(),
                d.bodies().stream()
                        .map(VisitRecord::feedback)
                        .filter(f -> f != null && !f.isBlank())
                        .toList(),
                d.bodies().stream()
                        .map(VisitRecord::received)
                        .filter(s -> s != null)
                        .map(VisitRecord.Signature::name)
                        .distinct()
                        .toList(),
                d.bodies().stream()
                        .map(VisitRecord::received)
                        .filter(s -> s != null && s.mark() != null && !s.mark().isBlank())
                        .map(s -> new VisitRecordFacts.Drawn(s.name(), s.mark()))
                        .toList(),
                summary);
    }

    /** By the office's clock: what a phone's was off by is taken off, and a day that is not believed is left out. */
    private static Stream<Instant> times(VisitService.Detail d, Function<VisitRecord, Instant> of) {
        return IntStream.range(0, d.bodies().size())
                .filter(i -> !d.receipts().get(i).doubts().contains(VisitDoubt.DAY_UNKNOWN))
                .mapToObj(i -> of.apply(d.bodies().get(i))
                        .minusSeconds(d.receipts().get(i).clockOff()));
    }

    /** An item, and the matter at the top of its branch. */
    private record Item(IndexNode node, IndexNode matter) {}

    /** In the order of the checklist. */
    private static List<VisitRecordFacts.Line> lines(List<Answer> answers, Map<String, Item> items) {
        Map<String, Answer> byItem = new LinkedHashMap<>();
        answers.forEach(a -> byItem.put(a.item(), a));
        List<VisitRecordFacts.Line> lines = new ArrayList<>();
        items.forEach((code, item) -> {
            Answer a = byItem.remove(code);
            if (a != null) {
                lines.add(line(a, item));
            }
        });
        byItem.values().forEach(a -> lines.add(line(a, null)));
        return lines;
    }

    private static VisitRecordFacts.Line line(Answer a, Item of) {
        return new VisitRecordFacts.Line(
                a.item(),
                of == null ? null : of.matter().nameZh(),
                of == null ? null : of.matter().nameEn(),
                of == null ? a.item() : of.node().nameZh(),
                of == null ? a.item() : of.node().nameEn(),
                words(a, true),
                words(a, false),
                a.note());
    }

    /** What an answer says; pictures are named only where there are some. */
    static String words(Answer a, boolean zh) {
        if (a.notApplicable()) {
            return zh ? "不适用" : "not applicable";
        }
        if ("YES".equals(a.choice())) {
            return zh ? "是" : "yes";
        }
        if ("NO".equals(a.choice())) {
            return zh ? "否" : "no";
        }
        if (a.choice() != null) {
            return a.choice();
        }
        if (a.number() != null) {
            return a.number().toPlainString();
        }
        if (a.text() != null && !a.text().isBlank()) {
            return a.text();
        }
        if (a.marks() != null && !a.marks().isEmpty()) {
            return a.marks().stream()
                    .map(m -> m.reason() == null ? m.rule() : m.reason())
                    .collect(Collectors.joining(zh ? "、" : ", "));
        }
        if (a.marks() != null) {
            return zh ? "没有扣分或加分" : "nothing to deduct or add";
        }
        if (!a.evidence().isEmpty()) {
            return zh ? "见照片" : "see the pictures";
        }
        return zh ? "未作答" : "not answered";
    }

    private static void collect(IndexNode node, IndexNode matter, Map<String, Item> items) {
        if (node.leaf()) {
            items.putIfAbsent(node.code(), new Item(node, matter));
        } else {
            node.children().forEach(n -> collect(n, matter, items));
        }
    }
}
