package org.dudao.zone.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.kernel.json.Documents;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What several records of one visit say together, item by item. Where they say the same, files and notes are joined; where they
 * differ, every answer is kept until a person chooses. The outcome depends on the records alone, never on the order they came in.
 *
 * @param agreed one answer for each item on which there is no difference, or for which a person chose; by item
 * @param differing items on which nobody has chosen yet; by item
 */
public record MergedAnswers(List<Answer> agreed, List<Differing> differing) {
    /** A record's answers, and whose they are. */
    public record Given(UUID recordId, String authorName, List<Answer> answers) {}

    /** One answer of several to the same item. */
    @Schema(name = "VisitAnswerOf")
    public record AnswerOf(UUID recordId, String authorName, Answer answer) {}

    /** An item that was answered differently. */
    @Schema(name = "VisitDifference")
    public record Differing(String item, List<AnswerOf> answers) {}

    /** @param chosen record by item, where a person has chosen */
    static MergedAnswers of(List<Given> records, Map<String, UUID> chosen) {
        Map<String, List<AnswerOf>> byItem = new TreeMap<>();
        records.stream().sorted(Comparator.comparing(Given::recordId)).forEach(r -> r.answers()
                .forEach(a -> byItem.computeIfAbsent(a.item(), i -> new ArrayList<>())
                        .add(new AnswerOf(r.recordId(), r.authorName(), a))));
        List<Answer> agreed = new ArrayList<>();
        List<Differing> differing = new ArrayList<>();
        byItem.forEach((item, answers) -> {
            AnswerOf first = answers.get(0);
            List<AnswerOf> picked = answers.stream()
                    .filter(a -> a.recordId().equals(chosen.get(item)))
                    .toList();
            if (answers.stream().allMatch(a -> same(a.answer(), first.answer()))) {
                agreed.add(joined(answers));
            } else if (!picked.isEmpty()) {
                agreed.add(joined(picked));
            } else {
                differing.add(new Differing(item, List.copyOf(answers)));
            }
        });
        return new MergedAnswers(List.copyOf(agreed), List.copyOf(differing));
    }

    /** Whether two answers say the same; files, notes and who said it may differ. */
    private static boolean same(Answer a, Answer b) {
        return a.notApplicable() == b.notApplicable()
                && Objects.equals(a.choice(), b.choice())
                && sameNumber(a.number(), b.number())
                && Objects.equals(a.text(), b.text())
                && Documents.tree(a.marks()).equals(Documents.tree(b.marks()))
                && (a.longitude() == null) == (b.longitude() == null);
    }

    private static boolean sameNumber(BigDecimal a, BigDecimal b) {
        return a == null || b == null ? a == b : a.compareTo(b) == 0;
    }

    private static Answer joined(List<AnswerOf> answers) {
        Answer first = answers.get(0).answer();
        Set<UUID> files = new LinkedHashSet<>();
        Set<String> notes = new LinkedHashSet<>();
        Set<String> names = new LinkedHashSet<>();
        for (AnswerOf one : answers) {
            files.addAll(one.answer().evidence());
            names.add(one.authorName());
            if (one.answer().note() != null && !one.answer().note().isBlank()) {
                notes.add(one.answer().note());
            }
        }
        return new Answer(
                first.item(),
                first.notApplicable(),
                first.choice(),
                first.number(),
                first.text(),
                first.marks(),
                first.longitude(),
                first.latitude(),
                List.copyOf(files),
                notes.isEmpty() ? null : String.join("\n", notes),
                String.join("、", names));
    }
}
