package org.dudao.registry.internal;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.UUID;

/**
 * The attributes of a school that an officer edits together.
 *
 * @param kind 办学类型, three digits
 * @param regionCode county (6 digits) or township (9 digits)
 * @param urbanRural 城乡分类, three digits, or null when unknown
 * @param parentSchoolId 中心校 of a teaching point, else null
 * @param longitude degrees, or null
 * @param latitude degrees, or null
 */
public record SchoolDetails(
        @NotBlank @Pattern(regexp = "[0-9]{3}") String kind,
        @NotBlank @Pattern(regexp = "[0-9]{6}|[0-9]{9}") String regionCode,
        @Pattern(regexp = "111|112|121|122|123|210|220") String urbanRural,
        @NotNull Boolean privateSchool,
        @NotNull RunBy runBy,
        UUID parentSchoolId,
        UUID zoneId,
        @DecimalMin("-180") @DecimalMax("180") Double longitude,
        @DecimalMin("-90") @DecimalMax("90") Double latitude,
        @Min(1000) @Max(2200) Integer foundedYear) {}
