package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything a score is made from, beside the system itself. Kept by the module that supervises; the same findings under
 * the same version give the same score for ever.
 *
 * @param answers at most one for each item
 * @param facts registry figures by fact key, for FACT items
 * @param counts what other modules counted, for COUNT items
 * @param circumstances those of the system's downgrades that apply
 */
@Schema(name = "IndexFindings")
public record Findings(
        List<Answer> answers,
        Map<String, BigDecimal> facts,
        Map<String, BigDecimal> counts,
        List<Circumstance> circumstances) {

    public Findings {
        answers = IndexSystemDocument.copy(answers);
        facts = facts == null ? Map.of() : Map.copyOf(facts);
        counts = counts == null ? Map.of() : Map.copyOf(counts);
        circumstances = IndexSystemDocument.copy(circumstances);
    }

    /** Every file named as evidence, each once. */
    public Set<UUID> files() {
        Set<UUID> files = new LinkedHashSet<>();
        for (Answer answer : answers) {
            files.addAll(answer.evidence());
            if (answer.marks() != null) {
                answer.marks().forEach(m -> files.addAll(m.evidence()));
            }
        }
        circumstances.forEach(c -> files.addAll(c.evidence()));
        return files;
    }

    /**
     * A downgrade that applies.
     *
     * @param downgrade its code in the system
     * @param reason what happened, in words
     */
    @Schema(name = "IndexCircumstance")
    public record Circumstance(String downgrade, String reason, String by, List<UUID> evidence) {
        public Circumstance {
            evidence = IndexSystemDocument.copy(evidence);
        }
    }
}
