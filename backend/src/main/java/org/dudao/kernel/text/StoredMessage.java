package org.dudao.kernel.text;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A message that is written down now and read later, perhaps in another language: its code and parameters as a JSON
 * array of texts. {@code @JsonSerialize(using = StoredMessage.InReadersLanguage.class)} on the component of a record
 * turns it into text when it is sent.
 */
public final class StoredMessage {
    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredMessage() {}

    /** What is to be stored. */
    public static String of(String code, List<String> params) {
        List<String> parts = new ArrayList<>();
        parts.add(code);
        parts.addAll(params);
        try {
            return JSON.writeValueAsString(parts);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The text in a language; what is no stored message (texts stored by earlier versions) stays as it is. */
    public static String text(String stored, Locale locale) {
        if (stored == null || !stored.startsWith("[\"")) {
            return stored;
        }
        try {
            List<String> parts = List.of(JSON.readValue(stored, String[].class));
            return Messages.text(locale, parts.get(0), parts.subList(1, parts.size()));
        } catch (JsonProcessingException e) {
            return stored;
        }
    }

    /** Writes a stored message in the language the request under way asks for. */
    public static final class InReadersLanguage extends JsonSerializer<String> {
        @Override
        public void serialize(String stored, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(stored, locale()));
        }

        private static Locale locale() {
            var container = Arc.container();
            if (container == null || !container.requestContext().isActive()) {
                return Messages.CHINESE;
            }
            var request = container.instance(CurrentVertxRequest.class).get().getCurrent();
            return request == null
                    ? Messages.CHINESE
                    : Messages.language(request.acceptableLanguages().stream()
                            .map(l -> Locale.forLanguageTag(l.value()))
                            .toList());
        }
    }
}
