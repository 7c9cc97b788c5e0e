package org.dudao.kernel.error;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.quarkus.logging.Log;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.text.Messages;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns everything thrown below a resource into problem+json. No message of a library ever reaches the caller. */
public class ProblemMappers {
    private static final MediaType PROBLEM_JSON = MediaType.valueOf("application/problem+json");

    private static final int FAILURE = 500;

    /** A pattern that only lists what may be given. */
    private static final String CHOICE = "[A-Za-z0-9]+(\\|[A-Za-z0-9]+)+";

    /** Statuses the platform has no words for. */
    private static final Map<Integer, String> TITLES = Map.of(422, "Unprocessable Content");

    @ServerExceptionMapper
    public Response problem(Problem p, HttpHeaders headers) {
        return p.status() < FAILURE
                ? respond(p.status(), p.code(), p.params(), p.errors(), headers)
                : failed(p.status(), p.code(), p.params(), p, headers);
    }

    @ServerExceptionMapper
    public Response violations(ConstraintViolationException e, HttpHeaders headers) {
        if (e.getConstraintViolations().stream().anyMatch(ProblemMappers::isMissingBody)) {
            return respond(400, "kernel.emptyBody", List.of(), List.of(), headers);
        }
        List<FieldError> errors = e.getConstraintViolations().stream()
                .map(ProblemMappers::fieldError)
                .toList();
        boolean parameter = e.getConstraintViolations().stream().allMatch(ProblemMappers::isQueryParameter);
        return respond(parameter ? 400 : 422, "kernel.invalid", List.of("" + errors.size()), errors, headers);
    }

    @ServerExceptionMapper
    public Response stale(OptimisticLockException e, HttpHeaders headers) {
        return respond(412, "kernel.stale", List.of(), List.of(), headers);
    }

    @ServerExceptionMapper
    public Response unauthorized(UnauthorizedException e, HttpHeaders headers) {
        return challenge(headers);
    }

    @ServerExceptionMapper
    public Response authenticationFailed(AuthenticationFailedException e, HttpHeaders headers) {
        return challenge(headers);
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e, HttpHeaders headers) {
        return respond(403, "kernel.forbidden", List.of(), List.of(), headers);
    }

    /** Malformed JSON, or a value of the wrong kind: named by its path, never by a Java type. */
    @ServerExceptionMapper(priority = 1)
    public Response unreadable(JacksonException e, HttpHeaders headers) {
        String path = e instanceof JsonMappingException m ? path(m) : "";
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof JsonParseException syntax && syntax.getProcessor() != null) {
                path = path(syntax.getProcessor().getParsingContext());
            }
        }
        if (path.isEmpty()) {
            return respond(400, "kernel.jsonWhole", List.of(), List.of(), headers);
        }
        FieldError error = fieldError(e, path);
        return respond(400, error.code(), error.params(), List.of(error), headers);
    }

    private static FieldError fieldError(JacksonException e, String path) {
        if (e instanceof NulCharacter) {
            return FieldError.of(path, "kernel.nul");
        }
        if (e instanceof UnrecognizedPropertyException u) {
            return FieldError.of(
                    path,
                    "kernel.unknownField",
                    u.getKnownPropertyIds().stream()
                            .map(String::valueOf)
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
        if (e instanceof InvalidFormatException f
                && f.getTargetType() != null
                && f.getTargetType().isEnum()) {
            return FieldError.of(
                    path,
                    "kernel.parameter.choice",
                    Stream.of(f.getTargetType().getEnumConstants())
                            .map(String::valueOf)
                            .collect(Collectors.joining(", ")));
        }
        return FieldError.of(path, "kernel.json", path);
    }

    /** As {@link #unreadable}; named because the framework has a mapper of its own for it, with an empty body. */
    @ServerExceptionMapper(priority = 1)
    public Response mismatched(MismatchedInputException e, HttpHeaders headers) {
        return unreadable(e, headers);
    }

    @ServerExceptionMapper
    public Response web(WebApplicationException e, HttpHeaders headers) {
        Throwable cause = e.getCause();
        if (cause instanceof JacksonException j) {
            return unreadable(j, headers);
        }
        if (cause instanceof Problem p) {
            // a parameter that cannot be read as its type, wrapped as "not found" by the framework
            return problem(p, headers);
        }
        int status = e.getResponse().getStatus();
        if (status >= 300 && status < 400) {
            return e.getResponse();
        }
        return status < FAILURE
                ? respond(status, "kernel.http." + status, List.of(), List.of(), headers)
                : failed(status, "kernel.unexpected", List.of(), e, headers);
    }

    @ServerExceptionMapper
    public Response unexpected(Exception e, HttpHeaders headers) {
        Optional<DatabaseRefusal> refusal = DatabaseRefusal.in(e);
        if (refusal.isPresent()) {
            return respond(refusal.get().status(), refusal.get().code(), List.of(), List.of(), headers);
        }
        return failed(500, "kernel.unexpected", List.of(), e, headers);
    }

    /** What would have been answered, for a part of a request whose parts are answered each for itself. */
    public static ProblemBody body(RuntimeException e, HttpHeaders headers) {
        ProblemMappers mappers = new ProblemMappers();
        Response answer = e instanceof Problem p
                ? mappers.problem(p, headers)
                : e instanceof ConstraintViolationException v
                        ? mappers.violations(v, headers)
                        : mappers.unexpected(e, headers);
        return (ProblemBody) answer.getEntity();
    }

    /** Every answer of 500 or more has a line in the log that is found by the answer's {@code instance}. */
    private static Response failed(int status, String code, List<String> params, Exception e, HttpHeaders headers) {
        String reference = Ids.newId().toString();
        Log.errorf(e, "Answered %s %s, reference %s", status, code, reference);
        List<String> named = code.equals("kernel.unexpected") ? List.of(reference) : params;
        return respond(status, code, named, List.of(), "urn:uuid:" + reference, headers);
    }

    private static Response challenge(HttpHeaders headers) {
        Response body = respond(401, "kernel.unauthorized", List.of(), List.of(), headers);
        return Response.fromResponse(body)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Response respond(
            int status, String code, List<String> params, List<FieldError> errors, HttpHeaders headers) {
        return respond(status, code, params, errors, null, headers);
    }

    private static Response respond(
            int status,
            String code,
            List<String> params,
            List<FieldError> errors,
            String instance,
            HttpHeaders headers) {
        Locale locale = Messages.language(headers.getAcceptableLanguages());
        Status known = Status.fromStatusCode(status);
        ProblemBody body = new ProblemBody(
                "about:blank",
                known == null ? TITLES.getOrDefault(status, "" + status) : known.getReasonPhrase(),
                status,
                code,
                Messages.text(locale, code, params),
                instance,
                errors.stream()
                        .map(f ->
                                new ProblemBody.Field(f.field(), f.code(), Messages.text(locale, f.code(), f.params())))
                        .toList());
        return Response.status(status).type(PROBLEM_JSON).entity(body).build();
    }

    /** Where a parser stopped; a value it cannot read has no node of its own yet. */
    private static String path(JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return context.hasCurrentIndex() ? parent + "[" + context.getCurrentIndex() + "]" : parent;
        }
        return context.getCurrentName() == null
                ? parent
                : parent + (parent.isEmpty() ? "" : ".") + context.getCurrentName();
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference r : e.getPath()) {
            if (r.getFieldName() == null) {
                path.append('[').append(r.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(r.getFieldName());
            }
        }
        return path.toString();
    }

    /** {@code create.request.name} → {@code name}; a path below a parameter keeps only what the caller sent. */
    private static FieldError fieldError(ConstraintViolation<?> v) {
        List<String> parts = new ArrayList<>();
        for (Path.Node n : v.getPropertyPath()) {
            if (n.getKind() == ElementKind.METHOD || n.getKind() == ElementKind.CONSTRUCTOR) {
                continue;
            }
            if (n.getKind() == ElementKind.PARAMETER) {
                continue;
            }
            String index = n.getIndex() != null ? "[" + n.getIndex() + "]" : n.getKey() != null ? "." + n.getKey() : "";
            if (n.getName() == null || n.getKind() == ElementKind.CONTAINER_ELEMENT) {
                if (!index.isEmpty() && !parts.isEmpty()) {
                    parts.set(parts.size() - 1, parts.get(parts.size() - 1) + index);
                }
                continue;
            }
            if (!index.isEmpty() && !parts.isEmpty()) {
                parts.set(parts.size() - 1, parts.get(parts.size() - 1) + index);
            }
            parts.add(n.getName());
        }
        String field = parts.isEmpty() ? lastParameter(v) : String.join(".", parts);
        String constraint =
                v.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
        String template = v.getMessageTemplate();
        String code = template.startsWith("{") ? "kernel.constraint." + constraint : template;
        String bounds = v.getConstraintDescriptor().getAttributes().entrySet().stream()
                .filter(a -> List.of("min", "max", "value", "regexp", "integer", "fraction")
                        .contains(a.getKey()))
                .sorted(Map.Entry.<String, Object>comparingByKey().reversed())
                .map(a -> String.valueOf(a.getValue()))
                .collect(Collectors.joining(" – "));
        if (code.equals("kernel.constraint.Pattern") && bounds.matches(CHOICE)) {
            return FieldError.of(field, "kernel.parameter.choice", bounds.replace("|", ", "));
        }
        return FieldError.of(field, code, bounds);
    }

    /** Nothing was sent where something is needed: it has no field to be named by. */
    private static boolean isMissingBody(ConstraintViolation<?> v) {
        if (v.getInvalidValue() != null || !isQueryParameter(v)) {
            return false;
        }
        Class<?>[] types = null;
        String method = null;
        for (Path.Node n : v.getPropertyPath()) {
            if (n.getKind() == ElementKind.METHOD) {
                method = n.getName();
                types = n.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
            }
            if (n.getKind() == ElementKind.PARAMETER && method != null) {
                return isBody(
                        v.getRootBeanClass(),
                        method,
                        types,
                        n.as(Path.ParameterNode.class).getParameterIndex());
            }
        }
        return false;
    }

    /** As a resource declares it; a generated subclass repeats the method without its annotations. */
    private static boolean isBody(Class<?> type, String method, Class<?>[] types, int index) {
        for (Class<?> c = type; c != null; c = c.getSuperclass()) {
            if (!c.isAnnotationPresent(jakarta.ws.rs.Path.class)) {
                continue;
            }
            try {
                return Stream.of(c.getDeclaredMethod(method, types).getParameterAnnotations()[index])
                        .noneMatch(a -> a.annotationType().getPackageName().startsWith("jakarta.ws.rs")
                                || a.annotationType().getPackageName().startsWith("org.jboss.resteasy"));
            } catch (NoSuchMethodException inherited) {
                continue;
            }
        }
        return false;
    }

    private static String lastParameter(ConstraintViolation<?> v) {
        String name = "";
        for (Path.Node n : v.getPropertyPath()) {
            name = n.getName();
        }
        return name;
    }

    /** An intercepted resource is an instance of a generated subclass, which does not carry the annotation. */
    private static boolean isResource(Class<?> type) {
        return type != null && (type.isAnnotationPresent(jakarta.ws.rs.Path.class) || isResource(type.getSuperclass()));
    }

    private static boolean isQueryParameter(ConstraintViolation<?> v) {
        Object leaf = v.getLeafBean();
        return leaf instanceof org.dudao.kernel.page.PageRequest || leaf != null && isResource(leaf.getClass());
    }
}
