package org.dudao.balance.internal.engine;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** The two national frameworks as they ship: {@code balance/frameworks/*.json} on the class path. */
public final class ShippedFrameworks {
    public static final String BASIC_2012 = "BASIC_2012";
    public static final String QUALITY_2017 = "QUALITY_2017";
    public static final List<String> CODES = List.of(QUALITY_2017, BASIC_2012);

    private static final ObjectMapper JSON = mapper();

    private ShippedFrameworks() {}

    /** A mapper that keeps decimals as written and dates as text: what documents and snapshots are stored with. */
    public static ObjectMapper mapper() {
        return new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .setNodeFactory(com.fasterxml.jackson.databind.node.JsonNodeFactory.withExactBigDecimals(true));
    }

    /** @param code one of {@link #CODES} */
    public static FrameworkDocument load(String code) {
        try (InputStream in = ShippedFrameworks.class.getResourceAsStream("/balance/frameworks/" + code + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no framework " + code);
            }
            return JSON.readValue(in, FrameworkDocument.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
