package org.dudao.registry.internal.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;
import org.junit.jupiter.api.Test;

class HeaderMatcherTest {
    private final HeaderMatcher matcher = new HeaderMatcher(List.of(
            target("code", "学校标识码"),
            target("PRIMARY.pupils", "小学在校生数"),
            target("PRIMARY.teachers", "小学专任教师数"),
            target("books", "图书册数"),
            target("row.teachers", "专任教师数")));

    private static ImportTarget target(String code, String name) {
        return new ImportTarget(code, name, code, false, "", List.of(CellText.headerKey(name)));
    }

    @Test
    void a_merged_header_ends_where_a_column_stands_for_itself() {
        HeaderMatcher.Match match = matcher.match(List.of(
                new SheetRow(1, List.of("学校", "小学", "", "", "")),
                new SheetRow(2, List.of("学校标识码", "在校生数", "专任教师数", "图书册数", "专任教师数"))));
        assertEquals(
                Map.of("code", 0, "PRIMARY.pupils", 1, "PRIMARY.teachers", 2, "books", 3, "row.teachers", 4),
                match.columns());
        assertEquals(
                List.of("图书册数", "专任教师数"),
                match.headers().stream().skip(3).map(SheetHeader::header).toList());
    }
}
