package org.dudao.kernel.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.kernel.json.Documents;

/**
 * The second thing a record speaks of: what a file was attached to is recorded as kind ({@code type}), id ({@code subject}) and
 * part ({@code item}). A reader is told its name; the trail itself keeps the id.
 */
final class OtherThings {
    private static final Pattern ID = Pattern.compile("|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Map<String, Map<String, String>> titles = new HashMap<>();

    private OtherThings() {}

    static OtherThings of(Collection<TrailRecord> records, Titles source) {
        Map<String, Set<String>> asked = new HashMap<>();
        for (TrailRecord r : records) {
            JsonNode detail = Documents.read(r.detail(), JsonNode.class);
            if (speaksOfAnother(detail)) {
                asked.computeIfAbsent(detail.get("type").asText(), t -> new HashSet<>())
                        .add(detail.get("subject").asText());
            }
        }
        OtherThings others = new OtherThings();
        asked.forEach((type, ids) -> others.titles.put(type, source.of(type, ids)));
        return others;
    }

    /** What a record says, the other thing by its name where it has one; a part that is only an id is left out then. */
    JsonNode named(TrailRecord r) {
        JsonNode detail = Documents.read(r.detail(), JsonNode.class);
        if (!speaksOfAnother(detail)) {
            return detail;
        }
        String title = titles.getOrDefault(detail.get("type").asText(), Map.of())
                .get(detail.get("subject").asText());
        if (title == null) {
            return detail;
        }
        ObjectNode named = detail.deepCopy();
        named.put("subject", title);
        if (ID.matcher(named.path("item").asText()).matches()) {
            named.remove("item");
        }
        return named;
    }

    private static boolean speaksOfAnother(JsonNode detail) {
        return detail.path("type").isTextual() && detail.path("subject").isTextual();
    }
}
