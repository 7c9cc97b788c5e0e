package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import org.dudao.indexsystem.Score;

/**
 * A scored node with what its parent needs beside it.
 *
 * @param known marks of what is answered below, bonus not counted
 * @param bonus marks of bonus items below
 * @param declared full marks by the document, not-applicable items included
 */
record Branch(Score.Node node, BigDecimal known, BigDecimal bonus, BigDecimal declared) {
    boolean counts() {
        return node.full() != null;
    }
}
