package org.dudao.kernel.web;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.error.Problem;
import org.jboss.resteasy.reactive.RestForm;

/**
 * Reads every path, query, header and form parameter. What cannot be read as its type is answered 400 with the
 * parameter's name and what it may be, instead of the framework's 404 without a word; so is a NUL character, which no
 * text of the database can hold.
 */
@Provider
public class ParameterReading implements ParamConverterProvider {
    private static final Map<Class<?>, Reader> READERS = Map.ofEntries(
            Map.entry(Integer.class, new Reader("kernel.parameter.wholeNumber", Integer::valueOf)),
            Map.entry(int.class, new Reader("kernel.parameter.wholeNumber", Integer::valueOf)),
            Map.entry(Long.class, new Reader("kernel.parameter.wholeNumber", Long::valueOf)),
            Map.entry(long.class, new Reader("kernel.parameter.wholeNumber", Long::valueOf)),
            Map.entry(BigDecimal.class, new Reader("kernel.parameter.number", BigDecimal::new)),
            Map.entry(Boolean.class, new Reader("kernel.parameter.choice", ParameterReading::truth, "true, false")),
            Map.entry(boolean.class, new Reader("kernel.parameter.choice", ParameterReading::truth, "true, false")),
            Map.entry(UUID.class, new Reader("kernel.parameter.uuid", ParameterReading::uuid)),
            Map.entry(LocalDate.class, new Reader("kernel.parameter.date", LocalDate::parse)),
            Map.entry(String.class, new Reader("kernel.nul", Function.identity())));

    /** How a text becomes a value, and the problem when it does not. */
    private record Reader(String problem, Function<String, ?> read, Object... params) {}

    @Override
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        Reader reader = type.isEnum() ? choice(type) : READERS.get(type);
        return reader == null ? null : new Converter<>(reader, name(annotations));
    }

    private static Reader choice(Class<?> type) {
        Map<String, Object> values = Stream.of(type.getEnumConstants())
                .collect(Collectors.toMap(c -> ((Enum<?>) c).name(), Function.identity()));
        String allowed = Stream.of(type.getEnumConstants())
                .map(c -> ((Enum<?>) c).name())
                .collect(Collectors.joining(", "));
        return new Reader(
                "kernel.parameter.choice",
                text -> {
                    Object value = values.get(text);
                    if (value == null) {
                        throw new IllegalArgumentException(text);
                    }
                    return value;
                },
                allowed);
    }

    private static Boolean truth(String text) {
        if (!"true".equals(text) && !"false".equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return Boolean.valueOf(text);
    }

    /** {@link UUID#fromString} takes {@code 1-1-1-1-1} for an id; a person who sends that means something else. */
    private static UUID uuid(String text) {
        UUID id = UUID.fromString(text);
        if (!id.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return id;
    }

    private static String name(Annotation[] annotations) {
        for (Annotation a : annotations == null ? new Annotation[0] : annotations) {
            if (a instanceof QueryParam q) {
                return q.value();
            } else if (a instanceof PathParam p) {
                return p.value();
            } else if (a instanceof HeaderParam h) {
                return h.value();
            } else if (a instanceof RestForm f) {
                return f.value();
            } else if (a instanceof CookieParam c) {
                return c.value();
            }
        }
        return "";
    }

    private record Converter<T>(Reader reader, String name) implements ParamConverter<T> {
        @Override
        @SuppressWarnings("unchecked")
        public T fromString(String text) {
            if (text == null) {
                return null;
            }
            if (text.indexOf(0) >= 0) {
                throw Problem.badRequest("kernel.nul", name);
            }
            try {
                return (T) reader.read().apply(text);
            } catch (IllegalArgumentException | DateTimeException e) {
                throw Problem.badRequest(reader.problem(), name, reader.params());
            }
        }

        @Override
        public String toString(T value) {
            return String.valueOf(value);
        }
    }
}
