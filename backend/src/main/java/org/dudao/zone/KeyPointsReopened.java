package org.dudao.zone;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Approved key points (工作要点) became a draft again; fired in the transaction that does so.
 *
 * @param approvalId the approval that no longer holds
 */
public record KeyPointsReopened(UUID approvalId, LocalDate on, String reason) {}
