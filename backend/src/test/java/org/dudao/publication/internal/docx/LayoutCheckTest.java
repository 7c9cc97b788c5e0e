package org.dudao.publication.internal.docx;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.kernel.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutCheckTest {
    private static final Kind NOTICE = Kind.of("RECTIFICATION_NOTICE");
    private static final byte[] SHIPPED = ShippedTemplates.of(NOTICE);

    static Stream<Kind> kinds() {
        return Kind.all().stream();
    }

    private static List<String> codes(byte[] docx) throws Exception {
        return LayoutCheck.of(WordFile.open(docx), NOTICE).stream()
                .map(d -> (d.error() ? "!" : "") + d.code())
                .distinct()
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_shipped_template_deviates_in_nothing_and_is_the_same_every_time(Kind kind) throws Exception {
        assertEquals(List.of(), LayoutCheck.of(WordFile.open(ShippedTemplates.of(kind)), kind));
        assertArrayEquals(ShippedTemplates.of(kind), ShippedTemplates.of(kind));
    }

    /** Each row: what is found, the part, what is replaced, by what. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paper|word/document.xml|w:w=\"11906\" w:h=\"16838\"|w:w=\"12240\" w:h=\"15840\"",
                "marginTop|word/document.xml|w:top=\"2098\"|w:top=\"2160\"",
                "marginLeft|word/document.xml|w:left=\"1587\"|w:left=\"1440\"",
                "typeWidth|word/document.xml|w:right=\"1475\"|w:right=\"1800\"",
                "typeHeight|word/document.xml|w:bottom=\"1984\"|w:bottom=\"1440\"",
                "gridLines|word/document.xml|w:linePitch=\"579\"|w:linePitch=\"312\"",
                "gridCharacters|word/document.xml|w:charSpace=\"-849\"|w:charSpace=\"0\"",
                "gridCharacters|word/document.xml|w:type=\"linesAndChars\"|w:type=\"lines\"",
                "columns|word/document.xml|<w:docGrid|<w:cols w:num=\"2\"/><w:docGrid",
                "pageNumberOdd|word/footer1.xml| PAGE | DATE ",
                "pageNumberOdd|word/styles.xml|<w:jc w:val=\"right\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"宋体\"|<w:jc w:val=\"center\"/></w:pPr><w:rPr><w:rFonts w:ascii=\"宋体\"",
                "pageNumberEven|word/settings.xml|<w:evenAndOddHeaders/>|",
                "pageNumberEven|word/document.xml|<w:footerReference w:type=\"even\" r:id=\"rId5\"/>|",
                "pageNumberSize|word/footer1.xml|<w:pStyle w:val=\"GwPageOdd\"/></w:pPr><w:r>|<w:pStyle w:val=\"GwPageOdd\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"21\"/></w:rPr>",
                "pageNumberDashes|word/footer2.xml|—|-",
                "titleFont|word/styles.xml|w:eastAsia=\"方正小标宋简体\"|w:eastAsia=\"宋体\"",
                "titleSize|word/styles.xml|<w:sz w:val=\"44\"/>|<w:sz w:val=\"36\"/>",
                "titleCentre|word/document.xml|<w:pStyle w:val=\"GwTitle\"/>|<w:pStyle w:val=\"GwTitle\"/><w:jc w:val=\"left\"/>",
                "bodyFont|word/document.xml|<w:r><w:t xml:space=\"preserve\">经督导|<w:r><w:rPr><w:rFonts w:eastAsia=\"宋体\"/></w:rPr><w:t xml:space=\"preserve\">经督导",
                "bodySize|word/document.xml|<w:r><w:t xml:space=\"preserve\">经督导|<w:r><w:rPr><w:sz w:val=\"28\"/></w:rPr><w:t xml:space=\"preserve\">经督导",
                "level1Font|word/document.xml|<w:pStyle w:val=\"GwLevel1\"/>|<w:pStyle w:val=\"GwBody\"/>",
                "level2Font|word/document.xml|<w:pStyle w:val=\"GwLevel2\"/>|<w:pStyle w:val=\"GwBody\"/>",
                "indent|word/styles.xml|<w:ind w:firstLineChars=\"200\" w:firstLine=\"640\"/><w:jc w:val=\"both\"/>|<w:jc w:val=\"both\"/>",
                "lineHeight|word/document.xml|<w:pStyle w:val=\"GwBody\"/></w:pPr><w:r><w:t xml:space=\"preserve\">经督导|<w:pStyle w:val=\"GwBody\"/><w:spacing w:line=\"400\" w:lineRule=\"exact\"/></w:pPr><w:r><w:t xml:space=\"preserve\">经督导",
                "seal|word/document.xml|<w:p><w:pPr><w:pStyle w:val=\"GwSeal\"/></w:pPr></w:p>|",
                "date|word/document.xml|<w:pStyle w:val=\"GwDate\"/>|<w:pStyle w:val=\"GwDate\"/><w:ind w:rightChars=\"0\" w:right=\"0\"/>",
                "numberSize|word/document.xml|<w:pStyle w:val=\"GwNumber\"/></w:pPr><w:r>|<w:pStyle w:val=\"GwNumber\"/></w:pPr><w:r><w:rPr><w:sz w:val=\"24\"/></w:rPr>",
                "sections|word/document.xml|<w:p><w:pPr><w:pStyle w:val=\"GwTitle\"/></w:pPr>|<w:p><w:pPr><w:pStyle w:val=\"GwTitle\"/><w:sectPr/></w:pPr>",
                "!fieldMissing|word/document.xml|{{文号}}|文号",
                "!fieldMissing|word/document.xml|{{标题}}|标题",
                "!fieldUnknown|word/document.xml|{{问题数}}|{{问题个数}}",
                "!fieldUnknown|word/document.xml|{{问题数}}|{{@问题数}}",
                "!fieldUnknown|word/document.xml|{{问题数}}|{{#问题数}}",
                "!fieldUnknown|word/document.xml|{{问题数}}|{{+问题数}}",
                "!fieldUnknown|word/document.xml|{{问题数}}|{{T(java.lang.Runtime)}}",
                "!fieldUnknown|word/footer1.xml|— |— {{密码}} ",
                "!columnUnknown|word/document.xml|{{内容}}|{{情况}}",
                "!columnUnknown|word/document.xml|[要求]|[要 求]",
                "!listOpen|word/document.xml|{{/抄送}}|",
                "!listNotOpen|word/document.xml|{{?抄送}}|",
                "!listUnknown|word/document.xml|{{?抄送}}|{{?抄报}}",
                "!listAsText|word/document.xml|{{问题数}}|{{问题}}",
                "!tableRow|word/document.xml|[序号]</w:t></w:r></w:p></w:tc>|</w:t></w:r></w:p></w:tc></w:tr><w:tr>",
                "!tagBroken|word/document.xml|{{问题数}}|{{问题数}",
            })
    void a_planted_violation_is_found(String code, String part, String from, String to) throws Exception {
        List<String> found = codes(Altered.part(SHIPPED, part, from, to == null ? "" : to));
        assertTrue(found.contains(code), () -> code + " not in " + found);
    }

    @ParameterizedTest
    @CsvSource({
        "marginTop,word/document.xml,w:top=\"2098\",w:top=\"2150\"",
        "titleFont,word/styles.xml,w:eastAsia=\"方正小标宋简体\",w:eastAsia=\"华文中宋\""
    })
    void what_the_standard_leaves_open_is_no_deviation(String code, String part, String from, String to)
            throws Exception {
        assertTrue(!codes(Altered.part(SHIPPED, part, from, to)).contains(code));
    }

    @Test
    void every_deviation_is_explained_in_both_languages_with_its_remedy() throws Exception {
        for (String code : DeviationCodes.ALL) {
            for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
                for (String what : List.of("publication.layout.", "publication.remedy.")) {
                    assertTrue(
                            !Messages.text(locale, what + code).equals(what + code),
                            () -> "no text for " + what + code);
                }
            }
        }
    }

    private static String refused(byte[] file) {
        return assertThrows(WordFile.Refused.class, () -> WordFile.open(file)).reason();
    }

    @Test
    void what_is_no_plain_docx_is_refused() throws Exception {
        assertEquals("notDocx", refused("%PDF-1.7 …".getBytes()));
        assertEquals("notDocx", refused(new byte[0]));
        assertEquals("notDocx", refused(Altered.part(SHIPPED, "word/document.xml", "</w:body>", "")));
        assertEquals("macros", refused(Altered.with(SHIPPED, "word/vbaProject.bin", new byte[] {1})));
        assertEquals(
                "macros",
                refused(Altered.part(
                        SHIPPED,
                        "[Content_Types].xml",
                        "vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                        "vnd.ms-word.document.macroEnabled.main+xml")));
        assertEquals("macros", refused(Altered.with(SHIPPED, "word/embeddings/oleObject1.bin", new byte[] {1})));
        assertEquals(
                "external",
                refused(Altered.part(
                        SHIPPED,
                        "word/_rels/document.xml.rels",
                        "</Relationships>",
                        "<Relationship Id=\"rId9\" Type=\"http://x/attachedTemplate\" Target=\"http://10.0.0.1/t.dotx\""
                                + " TargetMode=\"External\"/></Relationships>")));
        assertEquals(
                "notDocx",
                refused(Altered.part(
                        SHIPPED,
                        "word/settings.xml",
                        "<w:settings",
                        "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><w:settings")));
        assertEquals("tooLarge", refused(Altered.with(SHIPPED, "word/media/image1.png", new byte[41 * 1024 * 1024])));
    }
}
