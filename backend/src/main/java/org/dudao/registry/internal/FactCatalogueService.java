package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;
import org.jdbi.v3.core.Jdbi;

/** Adds kinds of figures to the catalogue: a row, never a migration. */
@ApplicationScoped
public class FactCatalogueService {
    /** A new fact. See {@link Fact} for what each part means. */
    public record NewFact(
            @NotBlank @Pattern(regexp = "[a-z][A-Za-z0-9]{1,39}") String code,
            @NotBlank @Size(max = 40) String nameZh,
            @NotBlank @Size(max = 80) String nameEn,
            @NotNull Fact.Level level,
            @NotNull Fact.Type type,
            @NotBlank @Size(max = 10) String unitZh,
            @NotBlank @Size(max = 20) String unitEn,
            @NotNull BigDecimal minimum,
            @NotNull BigDecimal maximum,
            @Positive BigDecimal maxJump,
            String notMoreThan,
            @Size(max = 20) List<@NotBlank String> aliases) {}

    @Inject
    Jdbi jdbi;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Audit audit;

    @Transactional
    public Fact add(NewFact fact) {
        List<Fact> all = catalogue.all();
        if (all.stream()
                .anyMatch(f -> f.code().equals(fact.code()) || f.nameZh().equals(fact.nameZh()))) {
            throw Problem.conflict("registry.fact.taken", fact.code(), fact.nameZh());
        }
        if (fact.maximum().compareTo(fact.minimum()) < 0) {
            throw Problem.unprocessable("registry.fact.range", "maximum", fact.minimum());
        }
        if (fact.notMoreThan() != null
                && all.stream().noneMatch(f -> f.code().equals(fact.notMoreThan()) && f.level() == fact.level())) {
            throw Problem.unprocessable("registry.fact.bound", "notMoreThan", fact.notMoreThan());
        }
        List<String> aliases = fact.aliases() == null ? List.of() : fact.aliases();
        jdbi.useHandle(
                h -> h.createUpdate("insert into registry.fact (code, name_zh, name_en, level, type, unit_zh, unit_en,"
                                + " minimum, maximum, max_jump, not_more_than, aliases, position) values (:code, :nameZh, :nameEn, :level,"
                                + " :type, :unitZh, :unitEn, :minimum, :maximum, :maxJump, :notMoreThan, :aliases,"
                                + " (select coalesce(max(position), 0) + 10 from registry.fact))")
                        .bind("code", fact.code())
                        .bind("nameZh", fact.nameZh())
                        .bind("nameEn", fact.nameEn())
                        .bind("level", fact.level().name())
                        .bind("type", fact.type().name())
                        .bind("unitZh", fact.unitZh())
                        .bind("unitEn", fact.unitEn())
                        .bind("minimum", fact.minimum())
                        .bind("maximum", fact.maximum())
                        .bind("maxJump", fact.maxJump())
                        .bind("notMoreThan", fact.notMoreThan())
                        .bindArray("aliases", String.class, aliases)
                        .execute());
        audit.record("fact.added", "fact", fact.code(), null, Map.of("nameZh", fact.nameZh()));
        return catalogue.all().stream()
                .filter(f -> f.code().equals(fact.code()))
                .findFirst()
                .orElseThrow();
    }
}
