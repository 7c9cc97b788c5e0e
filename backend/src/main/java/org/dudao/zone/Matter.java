package org.dudao.zone;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One of the matters (督导事项) a responsible inspector looks after. */
@Schema(name = "SupervisionMatter")
public record Matter(int no, String name, String nameEn) {}
