package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexItem.Band;
import org.dudao.indexsystem.IndexItem.Direction;
import org.dudao.indexsystem.IndexItem.Kind;
import org.dudao.indexsystem.IndexItem.MarkRule;
import org.dudao.indexsystem.IndexItem.Option;
import org.dudao.indexsystem.IndexItem.Rule;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.formula.FactFormula;

/** Whether one item says everything its kind needs. */
final class ItemCheck {
    private static final Set<Kind> MARKED = Set.of(Kind.DEDUCTIONS, Kind.ADDITIONS);
    private static final Set<Kind> MEASURED = Set.of(Kind.NUMBER, Kind.FACT, Kind.COUNT);

    private final Faults faults;
    private final Set<String> knownFacts;
    private final IndexSystemDocument document;

    ItemCheck(Faults faults, Set<String> knownFacts, IndexSystemDocument document) {
        this.faults = faults;
        this.knownFacts = knownFacts;
        this.document = document;
    }

    void check(IndexNode node, String path) {
        IndexItem item = node.item();
        String at = path + ".item";
        faults.require(item.kind() != null, at + ".kind", "required");
        if (item.kind() == null) {
            return;
        }
        boolean needsPoints = MARKED.contains(item.kind()) || item.kind() == Kind.POINTS || node.bonus();
        faults.require(
                !needsPoints || node.points() != null && node.points().signum() > 0, path + ".points", "required");
        faults.require(item.scored() || node.points() == null, path + ".points", "notScored");
        faults.require(
                item.photos() == null || item.photos() >= 1 && item.photos() <= 50, at + ".photos", "range", 1, 50);
        if (item.kind() == Kind.CHOICE
                || item.kind() == Kind.LETTER
                || !item.options().isEmpty()) {
            options(node, item, at);
        }
        if (MARKED.contains(item.kind())) {
            marks(item, at);
        }
        if (MEASURED.contains(item.kind())) {
            measured(node, item, at);
        }
        veto(item, at);
    }

    private void options(IndexNode node, IndexItem item, String at) {
        faults.require(item.options().size() >= 2, at + ".options", "required");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < item.options().size(); i++) {
            Option option = item.options().get(i);
            String path = at + ".options[" + i + "]";
            faults.require(option.code() != null && codes.add(option.code()), path + ".code", "twice", option.code());
            faults.require(DocumentCheck.notBlank(option.nameZh()), path + ".nameZh", "required");
            faults.require((option.points() == null) == (node.points() == null), path + ".points", "pointsBoth");
            faults.require(within(option.points(), node.points()), path + ".points", "range", 0, node.points());
        }
        faults.require(item.kind() != Kind.YES_NO || codes.equals(Set.of("YES", "NO")), at + ".options", "yesNo");
    }

    private void marks(IndexItem item, String at) {
        faults.require(item.freeMarks() || !item.marks().isEmpty(), at + ".marks", "required");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < item.marks().size(); i++) {
            MarkRule rule = item.marks().get(i);
            String path = at + ".marks[" + i + "]";
            faults.require(rule.code() != null && codes.add(rule.code()), path + ".code", "twice", rule.code());
            faults.require(DocumentCheck.notBlank(rule.nameZh()), path + ".nameZh", "required");
            faults.require(rule.amount() != null && rule.amount().signum() > 0, path + ".amount", "positive");
            faults.require(rule.cap() == null || rule.cap().signum() > 0, path + ".cap", "positive");
        }
    }

    private void measured(IndexNode node, IndexItem item, String at) {
        if (item.kind() == Kind.NUMBER && item.rule() == null && node.points() == null) {
            return;
        }
        faults.require(item.rule() != null, at + ".rule", "required");
        faults.require(item.direction() != null, at + ".direction", "required");
        boolean needsStandard = item.rule() != Rule.BANDS;
        faults.require(
                !needsStandard || item.standard() != null && item.standard().signum() >= 0,
                at + ".standard",
                "required");
        faults.require(within(item.floor(), BigDecimal.ONE), at + ".floor", "range", 0, 1);
        if (item.rule() == Rule.BANDS) {
            bands(node, item, at);
        }
        if (item.kind() == Kind.FACT) {
            formula(item, at);
        }
        faults.require(item.kind() != Kind.COUNT || DocumentCheck.notBlank(item.count()), at + ".count", "required");
    }

    private void bands(IndexNode node, IndexItem item, String at) {
        faults.require(!item.bands().isEmpty(), at + ".bands", "required");
        faults.require(node.points() != null, at + ".bands", "pointsBoth");
        BigDecimal last = null;
        for (int i = 0; i < item.bands().size(); i++) {
            Band band = item.bands().get(i);
            String path = at + ".bands[" + i + "]";
            faults.require(
                    band.points() != null && within(band.points(), node.points()),
                    path + ".points",
                    "range",
                    0,
                    node.points());
            faults.require(band.limit() != null || i == item.bands().size() - 1, path + ".limit", "required");
            if (last != null && band.limit() != null) {
                boolean ordered = item.direction() == Direction.AT_MOST
                        ? band.limit().compareTo(last) > 0
                        : band.limit().compareTo(last) < 0;
                faults.require(ordered, path + ".limit", "order");
            }
            last = band.limit() == null ? last : band.limit();
        }
    }

    private void formula(IndexItem item, String at) {
        if (!DocumentCheck.notBlank(item.formula())) {
            faults.add(at + ".formula", "required");
            return;
        }
        try {
            List<String> unknown = FactFormula.parse(item.formula()).names().stream()
                    .filter(n -> !knownFacts.contains(n))
                    .toList();
            faults.require(unknown.isEmpty(), at + ".formula", "unknownFact", String.join("、", unknown));
        } catch (FactFormula.Invalid e) {
            faults.add(at + ".formula", "formula", item.formula(), e.position());
        }
    }

    private void veto(IndexItem item, String at) {
        if (item.veto() == null) {
            return;
        }
        boolean fits =
                switch (item.veto()) {
                    case YES, NO -> item.kind() == Kind.YES_NO;
                    case NOT_MET -> MEASURED.contains(item.kind()) && item.standard() != null;
                };
        faults.require(fits, at + ".veto", "veto", document.code());
    }

    private static boolean within(BigDecimal value, BigDecimal most) {
        return value == null || value.signum() >= 0 && (most == null || value.compareTo(most) <= 0);
    }
}
