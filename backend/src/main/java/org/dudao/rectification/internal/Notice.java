package org.dudao.rectification.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A notice of rectification (整改通知书) to one unit. Its number is given when it is approved and never used again.
 *
 * @param copies 抄送: to whom copies go, as it will be printed; null for nobody
 * @param number 文号, e.g. 教督整改〔2026〕5号; null before approval
 * @param receiptName who received it for the unit
 * @param returnedFor why the director last gave the draft back; null when never
 * @param receiptMark the signature as drawn, an SVG path; null when typed
 */
public record Notice(
        UUID id,
        String regionCode,
        UUID schoolId,
        String unitName,
        String title,
        String copies,
        State state,
        String number,
        String draftedBy,
        String drafterName,
        Instant draftedAt,
        String approverName,
        Instant approvedAt,
        LocalDate issuedOn,
        String receiptName,
        String receiptMark,
        LocalDate servedOn,
        Instant servedAt,
        String withdrawnFor,
        String returnedFor,
        String returnerName,
        Instant returnedAt,
        long version) {

    /** Where a notice stands. */
    @Schema(name = "NoticeState")
    public enum State {
        DRAFT,
        /** 待审批 */
        SUBMITTED,
        /** 已审批，待送达 */
        APPROVED,
        /** 已送达 */
        SERVED,
        /** 已撤回; keeps its number */
        WITHDRAWN
    }
}
