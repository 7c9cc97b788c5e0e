package org.dudao.kernel.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "１２３|123",
                "1,234|1234",
                "１，２３４.５|1234.5",
                "300人|300",
                " 45 |45",
                "-7|-7",
                "1.5E3|1500",
                "0|0",
                ".5|0.5",
                "12.|12"
            })
    void numbers_are_read_as_people_write_them(String raw, String expected) {
        assertEquals(
                0,
                new BigDecimal(expected)
                        .compareTo(CellText.number(CellText.clean(raw), "人").orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1,23", "12a", "1.2.3", "--5", "12人", "1e99999", "٣"})
    void what_is_no_number_is_never_guessed(String raw) {
        assertEquals(Optional.empty(), CellText.number(CellText.clean(raw), ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", "－", "—", "无", "暂无", "N/A", "/", "　"})
    void words_for_nothing_are_nothing(String raw) {
        assertTrue(CellText.saysNothing(CellText.clean(raw)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "０", "零", "无锡"})
    void zero_and_names_are_something(String raw) {
        assertFalse(CellText.saysNothing(CellText.clean(raw)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "小学 在校生数（人）|小学在校生数",
                "PRIMARY.pupils|primarypupils",
                "Primary: Pupils (persons)|primarypupils",
                "学校(机构)标识码|学校标识码",
                "学 年|学年"
            })
    void headers_are_reduced_to_what_tells_them_apart(String header, String key) {
        assertEquals(key, CellText.headerKey(header));
    }
}
