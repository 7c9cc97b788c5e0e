package org.dudao.zone.internal.complaint;

import java.time.Instant;

/**
 * What was done with a complaint; never changed.
 *
 * @param kind a {@link Complaint.Step}'s name, or {@code RECEIVED}
 * @param note what was found or done
 * @param actorName null for the receipt
 */
public record ComplaintStep(String kind, String note, String actorName, Instant at) {}
