package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Statement;
import org.dudao.indexsystem.Score.Words;

/** Makes the statements of a score. */
final class Say {
    private Say() {}

    static Statement of(Act act, String code, BigDecimal amount, Object... params) {
        return by(null, List.of(), act, code, amount, params);
    }

    static Statement of(Answer answer, Act act, String code, BigDecimal amount, Object... params) {
        return by(answer.by(), answer.evidence(), act, code, amount, params);
    }

    static Statement by(String by, List<UUID> evidence, Act act, String code, BigDecimal amount, Object... params) {
        return new Statement(
                act,
                code,
                amount,
                Arrays.stream(params)
                        .map(p -> p instanceof Words w ? w : Words.of(p instanceof BigDecimal n ? plain(n) : p))
                        .toList(),
                by,
                evidence);
    }

    /** Without exponent and trailing zeros; at most four decimals, for reading. */
    static String plain(BigDecimal value) {
        BigDecimal shown = value.scale() > 4 ? value.setScale(4, java.math.RoundingMode.HALF_UP) : value;
        return shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
    }
}
