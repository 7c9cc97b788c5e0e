package org.dudao.indexsystem.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexNode.Combine;
import org.dudao.indexsystem.IndexSystemDocument;

/** What can be read off a document without scoring. */
public final class Shape {
    private Shape() {}

    /** Every item in order. */
    public static List<IndexNode> items(IndexSystemDocument document) {
        List<IndexNode> items = new ArrayList<>();
        walk(document.nodes(), List.of(), (path, node) -> {
            if (node.leaf()) {
                items.add(node);
            }
        });
        return items;
    }

    /** Full marks without bonus; null in a system without points. */
    public static BigDecimal full(IndexSystemDocument document) {
        return full(document.nodes());
    }

    private static BigDecimal full(List<IndexNode> nodes) {
        BigDecimal sum = null;
        for (IndexNode node : nodes) {
            BigDecimal own = node.bonus()
                    ? null
                    : node.leaf() || node.combine() == Combine.WEIGHTED_MEAN ? node.points() : full(node.children());
            sum = own == null ? sum : sum == null ? own : sum.add(own);
        }
        return sum;
    }

    /** Every node in order, with the nodes above it. */
    public static void walk(
            List<IndexNode> nodes, List<IndexNode> above, BiConsumer<List<IndexNode>, IndexNode> visitor) {
        for (IndexNode node : nodes) {
            visitor.accept(above, node);
            List<IndexNode> path = new ArrayList<>(above);
            path.add(node);
            walk(node.children(), path, visitor);
        }
    }
}
