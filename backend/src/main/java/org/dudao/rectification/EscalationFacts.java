package org.dudao.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A step of the ladder as others may know it.
 *
 * @param id of the step at this finding and deadline
 * @param step code of the step, e.g. {@code WARNING}
 * @param requirement null when nothing was demanded in writing
 * @param noticeNumber 文号 of the notice that demanded it; null without one
 * @param earlier steps of the same finding before this one, oldest first
 */
public record EscalationFacts(
        UUID id,
        String step,
        UUID findingId,
        String regionCode,
        UUID schoolId,
        String unitName,
        String rule,
        String description,
        String requirement,
        LocalDate deadline,
        String noticeNumber,
        List<Earlier> earlier) {
    public EscalationFacts {
        earlier = List.copyOf(earlier);
    }

    /** @param on day it was taken, or fell due when nobody had to take it */
    public record Earlier(UUID id, String name, LocalDate on) {}
}
