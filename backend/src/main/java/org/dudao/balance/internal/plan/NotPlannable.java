package org.dudao.balance.internal.plan;

import java.util.List;
import org.dudao.balance.internal.engine.StageResult.MissingFact;

/** No plan can be made: figures are missing, or no whole-unit plan was found. */
public final class NotPlannable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<MissingFact> missing;

    public NotPlannable(List<MissingFact> missing, String message) {
        super(message);
        this.missing = List.copyOf(missing);
    }

    /** Empty when nothing is missing but the search found no plan. */
    public List<MissingFact> missing() {
        return missing;
    }
}
