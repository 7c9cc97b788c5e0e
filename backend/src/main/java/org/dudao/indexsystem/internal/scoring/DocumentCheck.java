package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.IndexSystemDocument.Downgrade;
import org.dudao.indexsystem.IndexSystemDocument.Grade;
import org.dudao.indexsystem.PassRule;
import org.dudao.kernel.error.FieldError;

/** Whether a document can be scored with: every fault, each at its field. */
public final class DocumentCheck {
    private static final int DEEPEST = 4;
    private static final int MOST_ITEMS = 500;
    private static final String CODE = "[A-Za-z0-9][A-Za-z0-9_.-]{0,39}";

    private final IndexSystemDocument document;
    private final Set<String> knownFacts;
    private final Set<String> codes = new HashSet<>();
    private final Faults faults = new Faults();
    private int items;

    private DocumentCheck(IndexSystemDocument document, Set<String> knownFacts) {
        this.document = document;
        this.knownFacts = knownFacts;
    }

    /**
     * @param knownFacts fact keys a formula may use
     * @return empty when the document is sound
     */
    public static List<FieldError> of(IndexSystemDocument document, Set<String> knownFacts) {
        DocumentCheck check = new DocumentCheck(document, knownFacts);
        if (check.faults.outsized(document)) {
            return check.faults.list();
        }
        check.run();
        return check.faults.list();
    }

    private void run() {
        faults.require(!document.nodes().isEmpty(), "nodes", "empty");
        for (int i = 0; i < document.nodes().size(); i++) {
            node(document.nodes().get(i), "nodes[" + i + "]", 1, null);
        }
        faults.require(items <= MOST_ITEMS, "nodes", "tooMany", MOST_ITEMS);
        faults.require(
                document.settings().decimals() >= 0 && document.settings().decimals() <= 4,
                "settings.decimals",
                "range",
                0,
                4);
        grades();
        boolean lowest = Boolean.TRUE.equals(document.settings().lowestWhenFailed());
        faults.require(
                !lowest || !document.grades().isEmpty() && !document.passRules().isEmpty(),
                "settings.lowestWhenFailed",
                "nothingToFail");
        for (int i = 0; i < document.passRules().size(); i++) {
            passRule(document.passRules().get(i), "passRules[" + i + "]");
        }
    }

    private void node(IndexNode node, String path, int level, IndexNode parent) {
        faults.require(node.code() != null && node.code().matches(CODE), path + ".code", "code", node.code());
        faults.require(node.code() == null || codes.add(node.code()), path + ".code", "twice", node.code());
        faults.require(notBlank(node.nameZh()), path + ".nameZh", "required");
        faults.require(notBlank(node.nameEn()), path + ".nameEn", "required");
        faults.require(level <= DEEPEST, path, "tooDeep", DEEPEST);
        faults.require(node.points() == null || node.points().signum() >= 0, path + ".points", "negative");
        if (parent != null && parent.combine() == Combine.WEIGHTED_MEAN) {
            faults.require(node.weight() != null && node.weight().signum() > 0, path + ".weight", "weight");
        }
        if (node.leaf()) {
            items++;
            faults.require(node.children().isEmpty(), path + ".children", "itemWithChildren");
            new ItemCheck(faults, knownFacts, document).check(node, path);
            return;
        }
        faults.require(!node.children().isEmpty(), path + ".children", "empty");
        faults.require(node.combine() != null, path + ".combine", "required");
        for (int i = 0; i < node.children().size(); i++) {
            node(node.children().get(i), path + ".children[" + i + "]", level + 1, node);
        }
        points(node, path);
    }

    private void points(IndexNode node, String path) {
        if (node.combine() == Combine.WEIGHTED_MEAN) {
            faults.require(node.points() != null && node.points().signum() > 0, path + ".points", "required");
        }
        if (node.combine() == Combine.SUM && node.points() != null) {
            BigDecimal sum = full(node.children());
            faults.require(
                    sum != null && sum.compareTo(node.points()) == 0,
                    path + ".points",
                    "sum",
                    node.points().toPlainString(),
                    sum == null ? "–" : sum.toPlainString());
        }
    }

    private static BigDecimal full(List<IndexNode> nodes) {
        return Scorer.add(nodes.stream()
                .filter(n -> !n.bonus())
                .map(n -> n.points() != null ? n.points() : full(n.children()))
                .toList());
    }

    private void grades() {
        Set<String> gradeCodes = new HashSet<>();
        BigDecimal above = null;
        for (int i = 0; i < document.grades().size(); i++) {
            Grade grade = document.grades().get(i);
            String path = "grades[" + i + "]";
            faults.require(grade.code() != null && gradeCodes.add(grade.code()), path + ".code", "twice", grade.code());
            boolean last = i == document.grades().size() - 1;
            if (last) {
                faults.require(grade.from() == null, path + ".from", "lowestGrade");
            } else {
                faults.require(grade.from() != null, path + ".from", "required");
            }
            faults.require(
                    above == null || grade.from() == null || grade.from().compareTo(above) < 0,
                    path + ".from",
                    "descending");
            above = grade.from() == null ? above : grade.from();
        }
        for (int i = 0; i < document.downgrades().size(); i++) {
            Downgrade down = document.downgrades().get(i);
            String path = "downgrades[" + i + "]";
            faults.require(!document.grades().isEmpty(), path, "noGrades");
            faults.require((down.steps() == null) != (down.to() == null), path, "stepsOrTo");
            faults.require(down.steps() == null || down.steps() > 0, path + ".steps", "range", 1, gradeCodes.size());
            faults.require(down.to() == null || gradeCodes.contains(down.to()), path + ".to", "unknown", down.to());
        }
    }

    private void passRule(PassRule rule, String path) {
        faults.require(rule.kind() != null, path + ".kind", "required");
        faults.require(rule.of() == null || codes.contains(rule.of()), path + ".of", "unknown", rule.of());
        if (rule.kind() == PassRule.Kind.AT_LEAST_MET) {
            boolean whole = rule.least() != null
                    && rule.least().stripTrailingZeros().scale() <= 0
                    && rule.least().signum() >= 0
                    && rule.least().compareTo(BigDecimal.valueOf(items)) <= 0;
            faults.require(whole, path + ".least", "range", 0, items);
        }
        faults.require(rule.kind() != PassRule.Kind.TOTAL || rule.least() != null, path + ".least", "required");
        faults.require(rule.kind() != PassRule.Kind.LETTERS || !rule.failOn().isEmpty(), path + ".failOn", "required");
        for (int i = 0; i < rule.failOn().size(); i++) {
            faults.require(rule.failOn().get(i).count() > 0, path + ".failOn[" + i + "].count", "range", 1, items);
        }
    }

    static boolean notBlank(String text) {
        return text != null && !text.isBlank();
    }
}
