package org.dudao.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTextTest {
    @Test
    void what_nobody_sees_is_left_out() {
        assertEquals("张三", CleanText.line("张\u200B三\uFEFF"));
        assertEquals("照片gpj.exe", CleanText.line("照片\u202Egpj.exe\u202C"));
        assertEquals("李四", CleanText.line("李\u0000\u0008\u009F四\u2066\u2069\u3164"));
        assertEquals("王五", CleanText.line("王\uD842五"));
        assertEquals("", CleanText.line("\u200B\u200D\u00AD"));
    }

    @Test
    void what_is_seen_stays() {
        assertEquals("李𠮷·é😀 A", CleanText.line("李𠮷·é😀 A"));
        assertEquals("葛\uDB40\uDD00城", CleanText.line("葛\uDB40\uDD00城"));
        String plain = "楼道堆物，宽 1.2 米（限期整改）\n第二段\t表";
        assertSame("楼道堆物", CleanText.paragraphs("楼道堆物"));
        assertEquals(plain, CleanText.paragraphs(plain));
    }

    @Test
    void lines_end_with_a_line_feed_and_one_line_has_none() {
        assertEquals("一\n二\n三", CleanText.paragraphs("一\r\n二\u2028三"));
        assertEquals("一 二", CleanText.line(" 一\r\n二\t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../../z.docx|z.docx",
                "C:\\temp\\报告.docx|报告.docx",
                "/etc/passwd|passwd",
                "..|''",
                ".bashrc|bashrc",
                "a<b>:\"c\"?.jpg|a_b___c__.jpg",
                "现场.jpg . .|现场.jpg",
                "abcdefghijklmnopqrstuvwxyz.jpg|qrstuvwxyz.jpg"
            })
    void a_file_name_is_the_last_part_of_a_path(String sent, String kept) {
        assertEquals(kept, CleanText.fileName(sent, 14));
    }
}
