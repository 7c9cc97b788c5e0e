package org.dudao.indexsystem;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What another module counts about a school, for items of the kind COUNT. */
public interface CountSource {
    /** @param code what an item names, {@code <module>.<count>} */
    @Schema(name = "IndexCount")
    record Count(String code, String nameZh, String nameEn) {}

    /** The counts this module gives. */
    List<Count> counts();

    /**
     * Every count of this module for a school over a time.
     *
     * @param from first day, inclusive
     * @param until last day, inclusive
     * @return code → number; nothing to count is 0
     */
    Map<String, BigDecimal> of(UUID schoolId, LocalDate from, LocalDate until);
}
