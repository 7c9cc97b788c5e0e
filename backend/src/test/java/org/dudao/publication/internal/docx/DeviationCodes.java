package org.dudao.publication.internal.docx;

import java.util.List;

/** Every code a check can give. */
final class DeviationCodes {
    static final List<String> ALL = List.of(
            "bodyFont",
            "bodySize",
            "columnUnknown",
            "columns",
            "date",
            "fieldMissing",
            "fieldUnknown",
            "floating",
            "gridCharacters",
            "gridLines",
            "indent",
            "level1Font",
            "level1Size",
            "level2Font",
            "level2Size",
            "lineHeight",
            "listAsText",
            "listInList",
            "listNotOpen",
            "listOpen",
            "listUnknown",
            "marginLeft",
            "marginTop",
            "noSection",
            "numberSize",
            "pageNumberDashes",
            "pageNumberEven",
            "pageNumberOdd",
            "pageNumberSize",
            "paper",
            "pictureAsText",
            "seal",
            "sections",
            "tableRow",
            "tagBroken",
            "titleCentre",
            "titleFont",
            "titleSize",
            "typeHeight",
            "typeWidth");

    private DeviationCodes() {}
}
