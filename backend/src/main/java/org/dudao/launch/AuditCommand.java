package org.dudao.launch;

import java.io.IOException;
import java.io.PrintStream;
import org.dudao.kernel.audit.ChainCheck;
import org.dudao.kernel.audit.ChainReport;
import org.dudao.kernel.sql.CommandDatabase;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** {@code ./dudao audit}: computes every hash of the audit trail anew; status 1 when the chain does not hold. */
public final class AuditCommand {
    private AuditCommand() {}

    public static void main(String... args) throws IOException {
        String head = args.length == 1 && args[0].matches("[0-9a-f]{64}") ? args[0] : null;
        if (args.length > 1 || args.length == 1 && head == null) {
            System.err.println("用法 / usage: ./dudao audit [HASH]   (a day's hash noted earlier, 64 digits)");
            System.exit(2);
        }
        ChainReport report =
                CommandDatabase.connect().inTransaction(TransactionIsolationLevel.REPEATABLE_READ, ChainCheck::of);
        System.exit(tell(report, head, System.out) ? 0 : 1);
    }

    /** Writes the report for a person; true when the chain holds and, if one is given, contains the noted hash. */
    static boolean tell(ChainReport report, String head, PrintStream out) {
        report.days().forEach(d -> out.printf("%s  %7d  %s%n", d.day(), d.records(), d.head()));
        report.faults().forEach(f -> out.printf("%s  #%d  %s  %s%n", f.day(), f.seq(), f.kind(), f.recordId()));
        out.printf(
                "%d 条记录，%d 条待入链 / records linked: %d, waiting: %d%n",
                report.records(), report.waiting(), report.records(), report.waiting());
        boolean known =
                head == null || report.days().stream().anyMatch(d -> d.head().equals(head));
        if (!known) {
            out.println("没有任何一天以所给的哈希结束 / no day ends with the hash given");
        }
        out.println(
                report.holds() && known
                        ? "审计链完整 / the audit trail holds"
                        : "审计链不完整：" + report.faultCount() + " 处 / the audit trail does not hold: " + report.faultCount()
                                + " places");
        return report.holds() && known;
    }
}
