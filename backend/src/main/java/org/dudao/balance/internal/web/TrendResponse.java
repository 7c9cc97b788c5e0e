package org.dudao.balance.internal.web;

import java.math.BigDecimal;
import java.util.UUID;
import org.dudao.balance.internal.RunStore;

/** One indicator of one stage in the newest run of a year. */
public record TrendResponse(
        int year, UUID runId, String stage, String indicator, Double coefficient, BigDecimal limit, Boolean met) {
    static TrendResponse from(RunStore.TrendPoint p) {
        return new TrendResponse(p.year(), p.runId(), p.stage(), p.indicator(), p.coefficient(), p.limit(), p.met());
    }
}
