package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dudao.kernel.sheet.CellText;

/**
 * The unit the numbers of a column stand in: the fact's own, or a multiple of it when the header says so
 * ({@code 教学仪器设备值（万元）}). A number followed by any other unit is never read.
 *
 * @param written what may follow a number in the column
 * @param own the fact's own unit
 * @param scale how many of the fact's own unit one of {@code written} is
 */
record CellUnit(String written, String own, BigDecimal scale) {
    private static final Map<String, BigDecimal> MULTIPLES = Map.of(
            "万元",
            BigDecimal.valueOf(10_000),
            "千元",
            BigDecimal.valueOf(1_000),
            "万平方米",
            BigDecimal.valueOf(10_000),
            "万册",
            BigDecimal.valueOf(10_000));
    private static final Pattern WITH_UNIT =
            Pattern.compile("([+-]?[0-9][0-9,]*(?:\\.[0-9]*)?)\\s*([\\p{L}%][\\p{L}0-9]{0,7})");

    /**
     * A number with a unit that is not the column's.
     *
     * @param suffix the unit found
     * @param expected what would be right, empty when it cannot be told
     */
    record Other(String suffix, String expected) {}

    static CellUnit of(String factUnit, String header) {
        String own = CellText.clean(factUnit);
        String cleaned = CellText.clean(header);
        return MULTIPLES.entrySet().stream()
                .filter(m -> cleaned.contains("(" + m.getKey() + ")"))
                .findFirst()
                .map(m -> new CellUnit(m.getKey(), own, m.getValue()))
                .orElse(new CellUnit(own, own, BigDecimal.ONE));
    }

    /** The number in the fact's own unit. */
    Optional<BigDecimal> read(String cleaned) {
        return CellText.number(cleaned, written).map(n -> n.multiply(scale).stripTrailingZeros());
    }

    /** Told when a cell is a number followed by another unit; a multiple of the fact's own can be converted. */
    Optional<Other> other(String cleaned) {
        Matcher m = WITH_UNIT.matcher(cleaned);
        if (!m.matches()) {
            return Optional.empty();
        }
        String suffix = m.group(2);
        BigDecimal each = suffix.equals(own)
                ? BigDecimal.ONE
                : suffix.endsWith(own) && !own.isEmpty() ? MULTIPLES.get(suffix) : null;
        Optional<BigDecimal> number = CellText.number(m.group(1), "");
        return Optional.of(new Other(
                suffix,
                each == null || number.isEmpty()
                        ? ""
                        : number.get()
                                        .multiply(each)
                                        .divide(scale)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + written));
    }
}
