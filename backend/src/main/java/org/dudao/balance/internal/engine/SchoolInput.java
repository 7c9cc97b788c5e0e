package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/**
 * A school as the calculation sees it.
 *
 * @param id unique within one calculation; the registry id where there is one, else the code
 * @param parentId id of the 中心校 of a teaching point, or null
 * @param values figures by fact key ({@link FactKeys}); an absent key is a missing figure, never zero
 */
public record SchoolInput(
        String id,
        String code,
        String name,
        SchoolKind kind,
        boolean privateSchool,
        boolean runByCounty,
        String parentId,
        Map<String, BigDecimal> values) {

    /** Pupils of a stage, persons; null when missing. */
    public BigDecimal pupils(Stage stage) {
        return switch (stage) {
            case PRIMARY -> values.get("PRIMARY." + FactKeys.PUPILS);
            case JUNIOR -> values.get("JUNIOR." + FactKeys.PUPILS);
            case SENIOR -> values.get("SENIOR." + FactKeys.PUPILS);
        };
    }

    /** This school with {@code amount} added to one figure; a missing figure counts from nothing. */
    public SchoolInput plus(String factKey, BigDecimal amount) {
        Map<String, BigDecimal> changed = new TreeMap<>(values);
        changed.merge(factKey, amount, BigDecimal::add);
        return new SchoolInput(id, code, name, kind, privateSchool, runByCounty, parentId, changed);
    }
}
