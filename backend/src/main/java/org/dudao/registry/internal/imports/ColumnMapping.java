package org.dudao.registry.internal.imports;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Where one target's value comes from.
 *
 * @param target code of an {@link ImportTarget}
 * @param expression the header of a column, a column as {@code col_F}, or a formula over columns such as
 *     {@code qt_desktop_aluno + qt_comp_portatil_aluno}; {@code ROW} is the row's number
 */
public record ColumnMapping(@NotBlank @Size(max = 80) String target, @NotBlank @Size(max = 500) String expression) {}
