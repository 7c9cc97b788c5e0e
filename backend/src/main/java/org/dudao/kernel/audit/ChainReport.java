package org.dudao.kernel.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a check of the chain found.
 *
 * @param records links looked at
 * @param waiting records written but not linked yet; a few are normal
 * @param days the days, newest first, each with the hash of its last link: noted elsewhere it proves the day later
 * @param faults the first hundred places where the chain does not hold; empty when nothing was altered
 * @param faultCount how many there are altogether
 */
@Schema(name = "AuditChainReport")
public record ChainReport(long records, long waiting, List<Day> days, List<Fault> faults, long faultCount) {
    /** @param head SHA-256 of the day's last link, 64 hexadecimal digits */
    @Schema(name = "AuditChainDay")
    public record Day(LocalDate day, long records, String head) {}

    /** @param seq number in the day's chain; 0 where the record has no link */
    @Schema(name = "AuditChainFault")
    public record Fault(Kind kind, LocalDate day, long seq, UUID recordId) {}

    /** How the chain fails to hold. */
    @Schema(name = "AuditChainFaultKind")
    public enum Kind {
        /** the record is not what it was when it was linked */
        CHANGED,
        /** a linked record is no longer there */
        MISSING,
        /** a link was taken out or put in: its number or the hash before it do not follow */
        BROKEN,
        /** a record that is neither linked nor waiting to be */
        UNLINKED
    }

    /** Whether nothing was altered. */
    public boolean holds() {
        return faultCount == 0;
    }
}
