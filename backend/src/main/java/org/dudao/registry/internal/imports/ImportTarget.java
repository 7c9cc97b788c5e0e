package org.dudao.registry.internal.imports;

import java.util.List;

/**
 * Something a column can be.
 *
 * @param code e.g. {@code code}, {@code year}, {@code PRIMARY.pupils}, {@code STAGE.pupils} (of the stage the row
 *     names), {@code TOTAL.pupils} (a sum over the stages, checked and not stored)
 * @param nameZh Chinese header
 * @param nameEn English header
 * @param required whether an import cannot do without it
 * @param unitZh unit of a number, or an empty string for text
 * @param keys headers it is recognised by, reduced by {@code CellText.headerKey}
 */
public record ImportTarget(
        String code, String nameZh, String nameEn, boolean required, String unitZh, List<String> keys) {}
