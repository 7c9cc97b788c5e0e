package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Answer.Mark;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.json.ModestNumbers;

/** Whether answers fit the items they answer: every fault, each at its field. What is missing is no fault. */
public final class FindingsCheck {
    static final int LONGEST_TEXT = 4000;
    static final int LONGEST_NOTE = 2000;
    static final int LONGEST_REASON = 500;
    static final int MOST_FILES = 200;

    private final Map<String, IndexNode> items = new HashMap<>();
    private final Faults faults = new Faults();

    private FindingsCheck(IndexSystemDocument document) {
        document.nodes().forEach(this::collect);
    }

    private void collect(IndexNode node) {
        if (node.leaf()) {
            items.put(node.code(), node);
        }
        node.children().forEach(this::collect);
    }

    /** @return empty when every answer can be scored */
    public static List<FieldError> of(IndexSystemDocument document, Findings findings) {
        FindingsCheck check = new FindingsCheck(document);
        check.numbers(findings);
        if (!check.faults.list().isEmpty()) {
            return check.faults.list();
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < findings.answers().size(); i++) {
            Answer answer = findings.answers().get(i);
            String at = "answers[" + i + "]";
            IndexNode node = answer.item() == null ? null : check.items.get(answer.item());
            if (node == null) {
                check.faults.add(at + ".item", "noItem", answer.item());
            } else {
                check.faults.require(seen.add(answer.item()), at + ".item", "answeredTwice", answer.item());
                check.modest(answer, at);
                if (!answer.notApplicable()) {
                    check.answer(node, answer, at);
                }
            }
        }
        Set<String> downgrades = new HashSet<>();
        document.downgrades().forEach(d -> downgrades.add(d.code()));
        for (int i = 0; i < findings.circumstances().size(); i++) {
            String code = findings.circumstances().get(i).downgrade();
            check.faults.require(
                    code != null && downgrades.contains(code), "circumstances[" + i + "].downgrade", "unknown", code);
        }
        return check.faults.list();
    }

    /** Names every number too large or too fine to compute with; nothing else can be looked at then. */
    private void numbers(Findings findings) {
        for (int i = 0; i < findings.answers().size(); i++) {
            Answer answer = findings.answers().get(i);
            number(answer.number(), "answers[" + i + "].number");
            for (int m = 0; answer.marks() != null && m < answer.marks().size(); m++) {
                number(answer.marks().get(m).amount(), "answers[" + i + "].marks[" + m + "].amount");
            }
        }
        findings.facts().forEach((key, value) -> number(value, "facts." + key));
        findings.counts().forEach((key, value) -> number(value, "counts." + key));
    }

    private void number(BigDecimal value, String at) {
        faults.require(value == null || ModestNumbers.isModest(value), at, "number");
    }

    private void modest(Answer answer, String at) {
        length(answer.text(), LONGEST_TEXT, at + ".text");
        length(answer.note(), LONGEST_NOTE, at + ".note");
        faults.require(answer.evidence().size() <= MOST_FILES, at + ".evidence", "tooManyFiles", MOST_FILES);
    }

    private void length(String text, int most, String at) {
        faults.require(text == null || text.length() <= most, at, "tooLong", most);
    }

    private void answer(IndexNode node, Answer answer, String at) {
        IndexItem item = node.item();
        Kind kind = item.kind();
        if (answer.choice() != null) {
            Set<String> allowed = new HashSet<>();
            item.options().forEach(o -> allowed.add(o.code()));
            if (kind == Kind.YES_NO) {
                allowed.addAll(Set.of("YES", "NO"));
            }
            faults.require(
                    allowed.contains(answer.choice()),
                    at + ".choice",
                    "choice",
                    answer.choice(),
                    String.join("、", allowed));
        }
        if (answer.number() != null) {
            faults.require(kind == Kind.POINTS || kind == Kind.NUMBER, at + ".number", "notAsked", node.nameZh());
            faults.require(
                    kind != Kind.POINTS
                            || answer.number().signum() >= 0 && answer.number().compareTo(node.points()) <= 0,
                    at + ".number",
                    "range",
                    0,
                    node.points());
        }
        if (answer.marks() != null) {
            faults.require(kind == Kind.DEDUCTIONS || kind == Kind.ADDITIONS, at + ".marks", "notAsked", node.nameZh());
            for (int m = 0; m < answer.marks().size(); m++) {
                mark(item, answer.marks().get(m), at + ".marks[" + m + "]");
            }
        }
        faults.require((answer.longitude() == null) == (answer.latitude() == null), at + ".longitude", "position");
        faults.require(
                answer.longitude() == null || Math.abs(answer.longitude()) <= 180 && Math.abs(answer.latitude()) <= 90,
                at + ".longitude",
                "position");
    }

    private void mark(IndexItem item, Mark mark, String at) {
        length(mark.reason(), LONGEST_REASON, at + ".reason");
        faults.require(mark.times() >= 1 && mark.times() <= 1_000, at + ".times", "range", 1, 1_000);
        faults.require(mark.amount() == null || mark.amount().signum() > 0, at + ".amount", "positive");
        if (mark.rule() == null) {
            faults.require(item.freeMarks(), at + ".rule", "noFreeMarks");
            faults.require(mark.amount() != null, at + ".amount", "required");
            faults.require(DocumentCheck.notBlank(mark.reason()), at + ".reason", "required");
        } else {
            faults.require(
                    item.marks().stream().anyMatch(r -> r.code().equals(mark.rule())),
                    at + ".rule",
                    "unknown",
                    mark.rule());
            faults.require(mark.amount() == null, at + ".amount", "amountOfRule", mark.rule());
        }
    }
}
