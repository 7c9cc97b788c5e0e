package org.dudao.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.audit.ChainReport;
import org.dudao.kernel.audit.ChainReport.Day;
import org.dudao.kernel.audit.ChainReport.Fault;
import org.dudao.kernel.audit.ChainReport.Kind;
import org.junit.jupiter.api.Test;

class AuditCommandTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String HEAD = "ab".repeat(32);

    @Test
    void a_chain_that_holds_is_said_to_hold_with_the_hash_of_each_day() {
        assertSays(true, report(List.of()), null, HEAD, "审计链完整");
        assertSays(true, report(List.of()), HEAD, "审计链完整");
    }

    @Test
    void a_fault_is_named_and_a_noted_hash_that_is_gone_is_a_fault() {
        UUID id = UUID.randomUUID();
        assertSays(false, report(List.of(new Fault(Kind.CHANGED, DAY, 3, id))), null, "#3", "CHANGED", id.toString());
        assertSays(false, report(List.of()), "cd".repeat(32), "没有任何一天");
    }

    private static ChainReport report(List<Fault> faults) {
        return new ChainReport(5, 0, List.of(new Day(DAY, 5, HEAD)), faults, faults.size());
    }

    private static void assertSays(boolean holds, ChainReport report, String head, String... texts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertEquals(holds, AuditCommand.tell(report, head, new PrintStream(out, true, StandardCharsets.UTF_8)));
        String said = out.toString(StandardCharsets.UTF_8);
        for (String text : texts) {
            assertTrue(said.contains(text), said);
        }
    }
}
