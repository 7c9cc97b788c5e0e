package org.dudao.kernel.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import org.dudao.kernel.error.NulCharacter;
import org.dudao.kernel.text.CleanText;

/**
 * How the JSON of a request is read: strictly. A field the endpoint does not know, a fraction where a whole number
 * belongs, text after the end, a NUL character: each is refused with its path rather than passed over. What nobody sees in a text
 * is left out ({@link CleanText}). JSON the application stored itself is read leniently by the mapper this one is a copy of.
 */
@Provider
@ApplicationScoped
public class BodyReading implements ContextResolver<ObjectMapper> {
    private final ObjectMapper strict;

    @Inject
    public BodyReading(ObjectMapper mapper) {
        strict = mapper.copy()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .registerModule(new SimpleModule("text").addDeserializer(String.class, new StorableText()));
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return strict;
    }

    private static final class StorableText extends StringDeserializer {
        private static final long serialVersionUID = 1L;

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            String text = super.deserialize(parser, context);
            if (text != null && text.indexOf(0) >= 0) {
                throw new NulCharacter(parser);
            }
            return text == null ? null : CleanText.paragraphs(text);
        }
    }
}
