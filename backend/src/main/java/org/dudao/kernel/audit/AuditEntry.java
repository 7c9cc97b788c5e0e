package org.dudao.kernel.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.dudao.kernel.text.Messages;

/**
 * A record of the trail for a reader.
 *
 * @param actor login name, or {@code system}
 * @param actorName the person's name at the time; null where the system acted
 * @param source client address; null for work that no request started
 * @param actionName the action in the reader's language
 * @param subjectTitle what the thing was called then, or is called now where the record is older than titles; null when nobody knows
 * @param titleOfToday whether the title is today's
 * @param changes what was said about it, field by field
 * @param day day of the chain; null until it is linked
 * @param seq number in the day's chain; null until it is linked
 */
public record AuditEntry(
        UUID id,
        Instant at,
        String actor,
        String actorName,
        String actorRole,
        String source,
        String action,
        String actionName,
        String subjectType,
        String subjectName,
        String subjectId,
        String subjectTitle,
        boolean titleOfToday,
        String regionCode,
        List<Field> changes,
        LocalDate day,
        Long seq) {
    private static final int LONGEST = 500;
    private static final Pattern CODE = Pattern.compile("[A-Za-z][A-Za-z_0-9]{1,40}");

    /**
     * One field.
     *
     * @param before as it was; null where only the present value was recorded
     */
    public record Field(String code, String name, String before, String after) {}

    /**
     * @param detail what was said, other things by their names
     * @param today what the thing is called now; null when nobody knows or asked
     */
    static AuditEntry of(TrailRecord r, JsonNode detail, String today, LocalDate day, Long seq, Locale locale) {
        return new AuditEntry(
                r.id(),
                r.at(),
                r.actor(),
                r.actorName(),
                r.actorRole(),
                r.source(),
                r.action(),
                named("audit.action.", r.action(), locale),
                r.subjectType(),
                named("audit.subject.", r.subjectType(), locale),
                r.subjectId(),
                r.subjectTitle() == null ? today : r.subjectTitle(),
                r.subjectTitle() == null && today != null,
                r.regionCode(),
                fields(detail, locale),
                day,
                seq);
    }

    static String named(String prefix, String code, Locale locale) {
        String text = Messages.text(locale, prefix + code);
        return text.equals(prefix + code) ? code : text;
    }

    private static List<Field> fields(JsonNode detail, Locale locale) {
        List<Field> fields = new ArrayList<>();
        detail.properties().forEach(e -> {
            String code = e.getKey();
            String name = named("audit.field.", code, locale);
            JsonNode value = e.getValue();
            boolean change = value.isObject() && value.size() == 2 && value.has("before") && value.has("after");
            fields.add(
                    change
                            ? new Field(
                                    code,
                                    name,
                                    text(code, value.get("before"), locale),
                                    text(code, value.get("after"), locale))
                            : new Field(code, name, null, text(code, value, locale)));
        });
        return fields;
    }

    private static String text(String field, JsonNode value, Locale locale) {
        if (value.isNull()) {
            return null;
        }
        String text;
        if (value.isArray()) {
            List<String> parts = new ArrayList<>();
            value.forEach(v -> parts.add(v.isNull() ? "—" : text(field, v, locale)));
            text = String.join(Messages.text(locale, "audit.separator"), parts);
        } else {
            text = value.isValueNode() ? value(field, value.asText(), locale) : value.toString();
        }
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    /** A code by its name: of this field, of any field, of a kind of thing. What is no code stays as it is. */
    static String value(String field, String text, Locale locale) {
        if (!CODE.matcher(text).matches()) {
            return text;
        }
        for (String prefix : List.of("audit.value." + field + ".", "audit.value.")) {
            String name = named(prefix, text, locale);
            if (!name.equals(text)) {
                return name;
            }
        }
        return field.equals("type") ? named("audit.subject.", text, locale) : text;
    }
}
