package org.dudao.publication.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dudao.kernel.error.Problem;
import org.dudao.publication.internal.docx.Altered;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.ShippedTemplates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefacesTest {
    private static final String RARE = "𠮷";
    private static final String EMOJI = "😀";

    static Typefaces of(Path directory, String... spare) {
        Typefaces faces = new Typefaces();
        faces.directory = Optional.ofNullable(directory).map(Path::toString);
        faces.spare = Optional.of(List.of(spare));
        faces.look();
        return faces;
    }

    static PdfPrinter printer(Typefaces faces) {
        PdfPrinter printer = new PdfPrinter();
        printer.typefaces = faces;
        printer.undrawable = new Undrawable();
        printer.undrawable.typefaces = faces;
        return printer;
    }

    private static byte[] warning(String recipient) {
        Kind kind = Kind.of("WARNING");
        Map<String, Object> values = new HashMap<>(kind.samples());
        values.put("主送", recipient);
        return new Filler().fill(ShippedTemplates.of(kind), kind, values);
    }

    @Test
    void a_font_nobody_has_is_replaced_by_its_like() {
        Typefaces faces = of(null);
        assertEquals("'Dudao Song'", faces.families("仿宋_GB2312", "整改"));
        assertEquals("'Dudao Heavy Song'", faces.families("方正小标宋简体", "整改"));
        assertEquals("'Dudao Hei'", faces.families("黑体", "整改"));
        assertEquals("'Dudao Kai'", faces.families("楷体_GB2312", "整改"));
        assertEquals("'Dudao Song'", faces.families(null, ""));
    }

    @Test
    void a_font_the_office_owns_is_used_under_its_name(@TempDir Path directory) throws Exception {
        try (InputStream font =
                TypefacesTest.class.getResourceAsStream("/org/dudao/fonts/400Regular/NotoSansSC_400Regular.ttf")) {
            Files.copy(font, directory.resolve("own.ttf"));
        }
        Files.writeString(directory.resolve("broken.ttf"), "no font");
        Typefaces faces = of(directory);
        assertTrue(faces.families("Noto Sans SC", "整改").startsWith("'Noto Sans SC'"));
        PdfPrinter printer = printer(faces);
        Kind kind = Kind.of("WARNING");
        byte[] template = Altered.part(ShippedTemplates.of(kind), "word/styles.xml", "仿宋_GB2312", "Noto Sans SC");
        try (PDDocument pdf = Loader.loadPDF(printer.print(new Filler().fill(template, kind, kind.samples())))) {
            var resources = pdf.getPage(0).getResources();
            boolean own = false;
            for (COSName name : resources.getFontNames()) {
                own |= resources.getFont(name).getName().contains("NotoSansSC");
            }
            assertTrue(own);
        }
    }

    @Test
    void a_rare_letter_of_a_name_is_drawn_by_a_typeface_that_has_it_and_can_be_copied() throws Exception {
        Typefaces faces = of(null);
        assertEquals("'Dudao Song','Dudao Kai'", faces.families("仿宋_GB2312", "李" + RARE));
        try (PDDocument pdf = Loader.loadPDF(printer(faces).print(warning("李" + RARE)))) {
            assertTrue(new PDFTextStripper().getText(pdf).contains("李" + RARE));
            List<String> fonts = new ArrayList<>();
            for (COSName name : pdf.getPage(0).getResources().getFontNames()) {
                PDFont font = pdf.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded(), font::getName);
                fonts.add(font.getName());
            }
            assertTrue(fonts.stream().anyMatch(f -> f.contains("WenKai")), fonts::toString);
        }
    }

    @Test
    void what_no_typeface_draws_is_named_and_not_printed() {
        Typefaces faces = of(null);
        assertEquals(Set.of(0x1F600, 0x20001), faces.missing("整改😀 \t\n𠀁好" + RARE));
        Problem refused = assertThrows(Problem.class, () -> printer(faces).print(warning("张三" + EMOJI)));
        assertEquals(422, refused.status());
        assertEquals(List.of("“😀”（U+1F600）"), refused.params());
    }

    @Test
    void spare_typefaces_are_asked_last_and_need_not_be_there(@TempDir Path spare) throws Exception {
        try (InputStream font =
                Face.resource("kai/files/lxgw-wenkai-latin-500-normal.woff").supply()) {
            Files.copy(font, spare.resolve("spare.ttf"));
        }
        Typefaces faces = of(null, spare.resolve("nothing").toString(), spare.toString());
        assertEquals("'LXGW WenKai','Dudao Kai'", faces.families("LXGW WenKai", "整改"));
        assertEquals("'Dudao Song','Dudao Kai'", faces.families("仿宋", RARE));
    }
}
