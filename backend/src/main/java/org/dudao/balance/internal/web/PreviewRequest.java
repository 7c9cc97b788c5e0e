package org.dudao.balance.internal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.dudao.registry.Stage;

/**
 * Schools to compute with, without storing anything.
 *
 * @param framework code of a published framework, e.g. {@code QUALITY_2017}; its newest version is used
 * @param stage PRIMARY or JUNIOR
 */
public record PreviewRequest(
        @NotBlank String framework,
        @NotNull Stage stage,
        @NotEmpty @Size(max = 20000) List<@Valid @NotNull PreviewSchool> schools) {

    /**
     * @param code unique within the request
     * @param type 办学类型 code, e.g. {@code 312}
     * @param pupils by stage; an absent stage is missing, not zero
     * @param facts by fact code: staff facts of the stage asked for, shared resources of the whole school; an absent or null
     *     value is missing, not zero
     * @param privateSchool 民办; false when absent
     * @param runByCounty run by the county government; true when absent
     * @param parent code of the 中心校 of a teaching point, among the schools sent
     */
    public record PreviewSchool(
            @NotBlank @Size(max = 40) String code,
            @NotBlank @Size(max = 100) String name,
            @NotBlank String type,
            @Valid @NotNull Pupils pupils,
            @NotNull Map<String, BigDecimal> facts,
            Boolean privateSchool,
            Boolean runByCounty,
            String parent) {}

    /** Pupils by stage, persons. */
    public record Pupils(BigDecimal primary, BigDecimal junior, BigDecimal senior) {}
}
