package org.dudao.registry.internal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A person and what their account may see.
 *
 * @param phone digits, spaces, + and - ; or null
 * @param post post held, e.g. 督导室主任; or null
 * @param regionCode region of the scope: county for the office, township (9 digits) for role township
 * @param zoneId zone of an inspector, else null
 * @param schoolId school of a school account, else null
 */
public record AccountDetails(
        @NotBlank @Size(max = 40) String name,
        @Pattern(regexp = "[0-9+ -]{5,20}") String phone,
        @Size(max = 60) String post,
        @NotBlank @Pattern(regexp = "director|officer|inspector|school|township|government|province") String role,
        @NotBlank @Pattern(regexp = "[0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{9}") String regionCode,
        UUID zoneId,
        UUID schoolId) {}
