package org.dudao.zone.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * That a record was received; the phone keeps the record until it has this.
 *
 * @param authorName who made it
 * @param handedInBy who at the office handed it in from an exported file; null when it came from the maker's own phone
 * @param systemId version of the checklist it was made with
 * @param sentAt the phone's clock when it was sent
 * @param receivedAt the server's clock; never changes
 * @param clockOff seconds the phone's clock was ahead (negative: behind) when that is more than ten minutes, else 0
 * @param doubts what was doubtful about its times when it was received
 */
public record VisitReceipt(
        UUID id,
        UUID visitId,
        String authorName,
        String handedInBy,
        UUID systemId,
        Instant sentAt,
        Instant receivedAt,
        int clockOff,
        List<VisitDoubt> doubts) {}
