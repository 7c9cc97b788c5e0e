package org.dudao.zone.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dudao.zone.internal.plan.Progress;
import org.junit.jupiter.api.Test;

class MonthlyTablesTest {
    private static boolean saysNothing(String name, int planned, int moved, int received) {
        return MonthlyTables.saysNothing(new MonthlyReport.Row(
                null,
                name,
                Progress.Counts.of(planned, 0, 0, 0, moved, 0, 0),
                0,
                0,
                List.of(new MonthlyReport.OnMatter(1, 0, 0)),
                new MonthlyReport.Complaints(received, 0, 0),
                null));
    }

    @Test
    void a_line_of_nobody_is_left_out_only_when_nothing_is_counted_on_it() {
        assertEquals(true, saysNothing(null, 0, 1, 0));
        assertEquals(false, saysNothing(null, 1, 0, 0));
        assertEquals(false, saysNothing(null, 0, 0, 1));
        assertEquals(false, saysNothing("林晓", 0, 0, 0));
    }
}
