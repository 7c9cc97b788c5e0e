package org.dudao.balance.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A saved set of additions to the schools of one run.
 *
 * @param costs 元 per unit of a fact, as they were when it was last computed
 * @param bill 元; what is taken away pays nothing back
 * @param outcome what it moves
 */
public record Plan(
        UUID id,
        UUID runId,
        String regionCode,
        String name,
        String note,
        List<Addition> additions,
        Map<String, BigDecimal> costs,
        BigDecimal bill,
        List<Effect> outcome,
        String createdBy,
        Instant createdAt,
        Instant updatedAt,
        long version) {}
