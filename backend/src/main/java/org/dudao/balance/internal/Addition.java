package org.dudao.balance.internal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.UUID;
import org.dudao.registry.Stage;

/**
 * Something added to, or taken from, one school.
 *
 * @param factCode a fact the framework uses
 * @param stage for facts reported by stage; null for those of the whole school
 * @param amount in the unit of the fact; negative takes away
 */
public record Addition(
        @NotNull UUID schoolId,
        @NotBlank String factCode,
        Stage stage,
        @NotNull @Digits(integer = 10, fraction = 6) BigDecimal amount) {}
