package org.dudao.rectification;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A notice as others may know it: approved, or still on its way to the director.
 *
 * @param schoolId null when it goes to a township or county
 * @param copies 抄送; null for nobody
 * @param number 文号, e.g. 教督整改〔2026〕5号; null before approval
 * @param year of the number; 0 before approval
 * @param no running number in the year; 0 before approval
 * @param approverName null before approval
 * @param issuedOn null before approval
 * @param servedOn null while the unit has not signed for it
 * @param withdrawnFor why it was taken back; null when it was not
 * @param demands what it demands; empty for one withdrawn, whose findings are free again
 */
public record NoticeFacts(
        UUID id,
        String regionCode,
        UUID schoolId,
        String unitName,
        String title,
        String copies,
        String number,
        int year,
        int no,
        String approverName,
        LocalDate issuedOn,
        LocalDate servedOn,
        String receiptName,
        String withdrawnFor,
        List<Demand> demands) {
    public NoticeFacts {
        demands = List.copyOf(demands);
    }

    /**
     * What is demanded for one finding.
     *
     * @param days length of the term from the day of the receipt
     * @param workingDays whether those are working days
     * @param files how many files show what was found
     */
    public record Demand(
            String rule,
            String description,
            Severity severity,
            LocalDate foundOn,
            String requirement,
            int days,
            boolean workingDays,
            int files) {}
}
