package org.dudao.zone.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An item that was answered without the pictures its answer needs, or whose pictures have not all arrived.
 *
 * @param asked least number of pictures the checklist wants; 0 when it wants none
 * @param taken how many the answer names
 * @param arrived how many of these are here
 */
@Schema(name = "VisitPhotosShort")
public record PhotosShort(String item, int asked, int taken, int arrived) {
    /**
     * @param documents versions of the checklist the records were made with
     * @param here files that have arrived for the visit
     */
    static List<PhotosShort> of(List<Answer> answers, Collection<IndexSystemDocument> documents, Set<UUID> here) {
        Map<String, Integer> asked = new HashMap<>();
        documents.forEach(d -> d.nodes().forEach(n -> collect(n, asked)));
        List<PhotosShort> found = new ArrayList<>();
        for (Answer a : answers) {
            int least = a.notApplicable() ? 0 : asked.getOrDefault(a.item(), 0);
            int taken = a.evidence().size();
            int arrived = (int) a.evidence().stream().filter(here::contains).count();
            if (arrived < Math.max(least, taken)) {
                found.add(new PhotosShort(a.item(), least, taken, arrived));
            }
        }
        return List.copyOf(found);
    }

    private static void collect(IndexNode node, Map<String, Integer> asked) {
        if (node.leaf() && node.item().photos() != null) {
            asked.merge(node.code(), node.item().photos(), Math::max);
        }
        node.children().forEach(n -> collect(n, asked));
    }
}
