package org.dudao.kernel.formula;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FactFormulaTest {
    private static final Map<String, BigDecimal> FACTS = Map.of(
            "PRIMARY.pupils", new BigDecimal("400"),
            "JUNIOR.pupils", new BigDecimal("200"),
            "PRIMARY.teachers", BigDecimal.ZERO,
            "books", new BigDecimal("9000"));

    @Test
    void dottedAndPlainNamesAreComputedInDecimals() throws Exception {
        FactFormula formula = FactFormula.parse("books / (PRIMARY.pupils + JUNIOR.pupils)");
        assertEquals(Set.of("books", "PRIMARY.pupils", "JUNIOR.pupils"), formula.names());
        assertEquals(0, new BigDecimal("15").compareTo(formula.value(FACTS).value()));
    }

    @Test
    void aMissingFactIsMissingAndNeverZero() throws Exception {
        FactFormula.Result result =
                FactFormula.parse("PRIMARY.pupils + SENIOR.pupils").value(FACTS);
        assertNull(result.value());
        assertEquals(List.of("SENIOR.pupils"), result.missing());
    }

    @Test
    void aDefaultMayBeStatedInTheFormula() throws Exception {
        assertEquals(
                0,
                new BigDecimal("400")
                        .compareTo(FactFormula.parse("PRIMARY.pupils + COALESCE(SENIOR.pupils, 0)")
                                .value(FACTS)
                                .value()));
    }

    @Test
    void divisionByZeroHasNoValueAndNothingMissing() throws Exception {
        FactFormula.Result result =
                FactFormula.parse("PRIMARY.pupils / PRIMARY.teachers").value(FACTS);
        assertNull(result.value());
        assertEquals(List.of(), result.missing());
    }

    @Test
    void aTextOfEndlessWidthIsNotMade() throws Exception {
        assertNull(FactFormula.parse("STR_LENGTH(STR_FORMAT(\"%999999999s\", books))")
                .value(FACTS)
                .value());
    }

    @Test
    void whatIsNoFormulaIsRefusedWithItsPlace() {
        assertEquals(
                18,
                assertThrows(FactFormula.Invalid.class, () -> FactFormula.parse("PRIMARY.pupils + *"))
                        .position());
        assertThrows(FactFormula.Invalid.class, () -> FactFormula.parse("RANDOM()"));
    }
}
