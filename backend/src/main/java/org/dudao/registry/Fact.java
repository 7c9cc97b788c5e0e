package org.dudao.registry;

import java.math.BigDecimal;
import java.util.List;

/**
 * One kind of yearly figure of the catalogue.
 *
 * @param code stable code, e.g. {@code pupils}
 * @param nameZh official Chinese name
 * @param nameEn English name
 * @param level whether it is reported by stage or once for the whole school
 * @param type whether only whole numbers are allowed
 * @param unitZh unit in Chinese
 * @param unitEn unit in English
 * @param minimum least value accepted
 * @param maximum greatest value accepted
 * @param maxJump share of change against the year before beyond which a person must confirm (0.5 = ±50 %), or null
 * @param notMoreThan code of a fact of the same level this one cannot exceed, or null
 * @param aliases other Chinese column headers it is known by
 */
public record Fact(
        String code,
        String nameZh,
        String nameEn,
        Level level,
        Type type,
        String unitZh,
        String unitEn,
        BigDecimal minimum,
        BigDecimal maximum,
        BigDecimal maxJump,
        String notMoreThan,
        List<String> aliases) {
    /** Whether a fact is reported by stage or once for the whole school. */
    public enum Level {
        STAGE,
        SCHOOL
    }

    /** What numbers a fact takes. */
    public enum Type {
        INTEGER,
        DECIMAL
    }
}
