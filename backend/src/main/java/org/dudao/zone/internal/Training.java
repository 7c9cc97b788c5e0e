package org.dudao.zone.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A training an inspector took part in; it counts for the year it ended in.
 *
 * @param hours 学时, to one decimal
 */
public record Training(
        UUID id,
        LocalDate fromDay,
        LocalDate untilDay,
        BigDecimal hours,
        String topic,
        String organiser,
        List<UUID> evidence) {}
