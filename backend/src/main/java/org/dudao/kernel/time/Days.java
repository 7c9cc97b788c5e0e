package org.dudao.kernel.time;

import java.time.LocalDate;

/** Days with a meaning of their own. */
public final class Days {
    /** Nothing the offices keep records of was before it; an earlier day is a slip of the pen. */
    public static final LocalDate EARLIEST = LocalDate.of(1949, 10, 1);

    private Days() {}
}
