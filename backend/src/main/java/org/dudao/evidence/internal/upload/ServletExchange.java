package org.dudao.evidence.internal.upload;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A request and its answer in the words of the servlet API, as far as the upload library asks; there is no servlet container.
 * Only headers of the protocol are passed on, so that none can turn one method into another.
 */
final class ServletExchange {
    private static final Set<String> PASSED = Set.of(
            "tus-resumable",
            "upload-length",
            "upload-offset",
            "upload-metadata",
            "upload-checksum",
            "upload-defer-length",
            "content-type",
            "content-length");

    private final Map<String, String> answered = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private int status = HttpServletResponse.SC_OK;

    private final HttpServletRequest request;
    private final HttpServletResponse response;

    ServletExchange(String method, String path, String remote, Map<String, String> headers, InputStream body) {
        Map<String, String> passed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach((name, value) -> {
            if (PASSED.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                // the library compares the media type as a text; parameters mean nothing here
                passed.put(name, name.equalsIgnoreCase("content-type") ? value.split(";")[0].strip() : value);
            }
        });
        request = as(HttpServletRequest.class, (name, args) -> switch (name) {
            case "getMethod" -> method;
            case "getRequestURI" -> path;
            case "getRequestURL" -> new StringBuffer(path);
            case "getRemoteAddr" -> remote;
            case "getHeader" -> passed.get((String) args[0]);
            case "getInputStream" -> new Body(body);
            default -> throw new UnsupportedOperationException(name);
        });
        response = as(HttpServletResponse.class, (name, args) -> switch (name) {
            case "setStatus", "sendError" -> status = (int) args[0];
            case "getStatus" -> status;
            case "setHeader", "addHeader" -> answered.put((String) args[0], (String) args[1]);
            case "setDateHeader" -> answered.put((String) args[0], httpDate((long) args[1]));
            case "getHeader" -> answered.get((String) args[0]);
            case "containsHeader" -> answered.containsKey((String) args[0]);
            default -> throw new UnsupportedOperationException(name);
        });
    }

    HttpServletRequest request() {
        return request;
    }

    HttpServletResponse response() {
        return response;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return new LinkedHashMap<>(answered);
    }

    private static String httpDate(long millis) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    private interface Answers {
        Object to(String method, Object[] args);
    }

    private static <T> T as(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            Object answer = answers.to(method.getName(), args);
            return method.getReturnType() == void.class ? null : answer;
        }));
    }

    private static final class Body extends ServletInputStream {
        private final InputStream in;
        private boolean finished;

        Body(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            finished = read < 0;
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            finished = read < 0;
            return read;
        }

        @Override
        public boolean isFinished() {
            return finished;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("only read by waiting");
        }
    }
}
