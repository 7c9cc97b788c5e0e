package org.dudao.balance.internal.web;

import io.quarkus.security.Authenticated;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dudao.balance.internal.FrameworkService;
import org.dudao.balance.internal.StoredFramework;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.web.PreviewRequest.PreviewSchool;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.json.ModestNumbers;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Computes without storing, for any caller with a token. */
@Path("/api/v1/balance/preview")
@Authenticated
@Tag(name = "balance preview")
public class PreviewResource {
    private static final BigDecimal MOST_PUPILS = BigDecimal.valueOf(1_000_000);
    private static final Set<String> NUMBERS =
            Set.of("balance.preview.wholeNumber", "balance.preview.digits", "balance.preview.negative");

    @Inject
    FrameworkService frameworks;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Caller caller;

    @POST
    @Operation(operationId = "previewBalance", summary = "Compute one stage of the schools sent; nothing is stored")
    public PreviewResponse preview(@Valid @NotNull PreviewRequest request) {
        if (!Rules.STAGES.contains(request.stage())) {
            throw Problem.unprocessable("balance.run.stage", "stage");
        }
        StoredFramework framework = frameworks.newest(request.framework(), caller.scopeOrNull());
        List<SchoolInput> schools = schools(request);
        StageResult result = BalanceEngine.evaluate(Rules.of(framework.document()), request.stage(), schools);
        return PreviewResponse.from(framework, result);
    }

    private List<SchoolInput> schools(PreviewRequest request) {
        Map<String, Fact.Level> facts = catalogue.all().stream().collect(Collectors.toMap(Fact::code, Fact::level));
        Set<String> codes = request.schools().stream().map(PreviewSchool::code).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        List<FieldError> errors = new ArrayList<>();
        List<SchoolInput> schools = new ArrayList<>();
        for (int i = 0; i < request.schools().size(); i++) {
            PreviewSchool school = request.schools().get(i);
            String at = "schools[" + i + "]";
            if (!seen.add(school.code())) {
                errors.add(FieldError.of(at + ".code", "balance.preview.duplicate", school.code()));
            }
            Optional<SchoolKind> kind = kind(school.type());
            if (kind.isEmpty()) {
                errors.add(FieldError.of(at + ".type", "balance.preview.type", school.type()));
            }
            if (school.parent() != null && !codes.contains(school.parent())) {
                errors.add(FieldError.of(at + ".parent", "balance.preview.parent", school.parent()));
            }
            Map<String, BigDecimal> values = new HashMap<>();
            pupils(at + ".pupils.primary", Stage.PRIMARY, school.pupils().primary(), values, errors);
            pupils(at + ".pupils.junior", Stage.JUNIOR, school.pupils().junior(), values, errors);
            pupils(at + ".pupils.senior", Stage.SENIOR, school.pupils().senior(), values, errors);
            school.facts().forEach((fact, value) -> {
                String field = at + ".facts." + fact;
                if (!facts.containsKey(fact)) {
                    errors.add(FieldError.of(field, "balance.preview.fact", fact));
                } else if (value != null && !ModestNumbers.isModest(value)) {
                    errors.add(FieldError.of(field, "balance.preview.digits"));
                } else if (value != null && value.signum() < 0) {
                    errors.add(FieldError.of(field, "balance.preview.negative"));
                } else if (value != null && !fact.equals(FactKeys.PUPILS)) {
                    boolean staff = facts.get(fact) == Fact.Level.STAGE;
                    values.put(staff ? FactKeys.of(request.stage(), fact) : fact, value);
                }
            });
            kind.ifPresent(k -> schools.add(new SchoolInput(
                    school.code(),
                    school.code(),
                    school.name(),
                    k,
                    Boolean.TRUE.equals(school.privateSchool()),
                    !Boolean.FALSE.equals(school.runByCounty()),
                    school.parent(),
                    values)));
        }
        if (!errors.isEmpty()) {
            // a number no school can have is a request that cannot be read; a code nobody knows breaks a rule
            boolean malformed = errors.stream().anyMatch(e -> NUMBERS.contains(e.code()));
            throw new Problem(malformed ? 400 : 422, "kernel.invalid", errors, errors.size());
        }
        return schools;
    }

    private static void pupils(
            String field, Stage stage, BigDecimal pupils, Map<String, BigDecimal> values, List<FieldError> errors) {
        if (pupils == null) {
            return;
        }
        if (pupils.signum() < 0
                || pupils.compareTo(MOST_PUPILS) > 0
                || !ModestNumbers.isModest(pupils)
                || pupils.stripTrailingZeros().scale() > 0) {
            errors.add(FieldError.of(field, "balance.preview.wholeNumber"));
        }
        values.put(FactKeys.of(stage, FactKeys.PUPILS), pupils);
    }

    /** Codes of the national table that the register keeps under one kind: 36x, 51x and 32x. */
    private static Optional<SchoolKind> kind(String type) {
        Optional<SchoolKind> exact = SchoolKind.ofCode(type);
        if (exact.isPresent() || !type.matches("[0-9]{3}")) {
            return exact;
        }
        return switch (type.substring(0, 2)) {
            case "36" -> Optional.of(SchoolKind.VOCATIONAL_SENIOR);
            case "51" -> Optional.of(SchoolKind.SPECIAL);
            case "32" -> Optional.of(SchoolKind.VOCATIONAL_JUNIOR);
            default -> Optional.empty();
        };
    }
}
