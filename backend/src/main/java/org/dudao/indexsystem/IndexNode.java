package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.util.List;

/**
 * An indicator, or at the end of a branch an item (观测点).
 *
 * @param code unique in the system, e.g. {@code A1.B2.3}
 * @param points full marks; null where nothing is scored or where the children's full marks add up
 * @param weight share in a {@link Combine#WEIGHTED_MEAN} of its siblings; null elsewhere
 * @param combine how the children's points become this node's; null for an item
 * @param bonus its points come on top of the full marks, up to {@code points}
 * @param children in official order; empty for an item
 * @param item what is asked; null for an indicator
 */
public record IndexNode(
        String code,
        String nameZh,
        String nameEn,
        BigDecimal points,
        BigDecimal weight,
        Combine combine,
        boolean bonus,
        List<IndexNode> children,
        IndexItem item) {

    public IndexNode {
        children = IndexSystemDocument.copy(children);
    }

    /** How children become their parent. */
    public enum Combine {
        /** their points add up */
        SUM,
        /** the mean of the shares they reached, weighted, times the full marks */
        WEIGHTED_MEAN,
        /** they are not scored together: letters, conditions, a checklist */
        NONE
    }

    public boolean leaf() {
        return item != null;
    }
}
