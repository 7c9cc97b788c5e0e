package org.dudao.publication.internal.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.dudao.publication.internal.docx.Field;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.ShippedTemplates;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.docx.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PdfPrinterTest {
    private static final double MM = 72 / 25.4;
    private static final Path LOOK = Path.of("target/publication");

    static Stream<Kind> kinds() {
        return Kind.all().stream();
    }

    static PdfPrinter printer() {
        return TypefacesTest.printer(TypefacesTest.of(null));
    }

    private static byte[] printed(Kind kind, Map<String, ?> values) throws Exception {
        byte[] docx = new Filler().fill(ShippedTemplates.of(kind), kind, values);
        byte[] pdf = printer().print(docx);
        Files.createDirectories(LOOK);
        Files.write(LOOK.resolve(kind.code() + ".docx"), docx);
        Files.write(LOOK.resolve(kind.code() + ".pdf"), pdf);
        return pdf;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_shipped_template_prints_every_field_on_a4_with_fonts_embedded(Kind kind) throws Exception {
        try (PDDocument pdf = Loader.loadPDF(printed(kind, kind.samples()))) {
            String text = Normalizer.normalize(new PDFTextStripper().getText(pdf), Normalizer.Form.NFKC)
                    .replaceAll("\\s", "");
            for (String value : texts(kind, template(kind))) {
                String expected =
                        Normalizer.normalize(value, Normalizer.Form.NFKC).replaceAll("\\s", "");
                assertTrue(text.contains(expected), () -> "missing " + expected + " in " + text);
            }
            for (PDPage page : pdf.getPages()) {
                assertEquals(210 * MM, page.getMediaBox().getWidth(), 0.5);
                assertEquals(297 * MM, page.getMediaBox().getHeight(), 0.5);
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), () -> font.getName() + " is not embedded");
                }
            }
        }
    }

    private static String template(Kind kind) throws WordFile.Refused {
        return Words.text(WordFile.open(ShippedTemplates.of(kind)).document().getDocumentElement());
    }

    /** What a template with these tags is expected to print. */
    private static List<String> texts(Kind kind, String template) {
        List<String> texts = new ArrayList<>();
        kind.fields().forEach(f -> {
            if (!f.list() && template.contains("{{" + f.name() + "}}")) {
                texts.add(f.sample());
            }
            if (f.list()) {
                f.columns().stream()
                        .map(Field.Column::name)
                        .filter(c -> template.contains("{{" + c + "}}") || template.contains("[" + c + "]"))
                        .forEach(c -> f.samples().forEach(row -> texts.add(row.get(c))));
            }
        });
        assertTrue(texts.size() > 5, texts::toString);
        return texts;
    }

    /** Baselines of a page, from the top, with the letters on each from left to right. */
    private static TreeMap<Integer, List<TextPosition>> lines(PDDocument pdf, int page) throws IOException {
        TreeMap<Integer, List<TextPosition>> lines = new TreeMap<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition text) {
                if (text.getUnicode().replace('\u00a0', ' ').isBlank()) {
                    return;
                }
                int y = Math.round(text.getYDirAdj());
                Integer near = lines.ceilingKey(y - 3);
                lines.computeIfAbsent(near != null && near <= y + 3 ? near : y, k -> new ArrayList<>())
                        .add(text);
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(pdf);
        return lines;
    }

    @Test
    void a_full_page_has_22_lines_of_28_characters_and_its_number_outside() throws Exception {
        Kind kind = Kind.of("REMINDER");
        Map<String, Object> values = new HashMap<>(kind.samples());
        values.put("问题内容", "督".repeat(28 * 22 * 3));
        try (PDDocument pdf = Loader.loadPDF(printed(kind, values))) {
            TreeMap<Integer, List<TextPosition>> lines = lines(pdf, 2);
            List<List<TextPosition>> all = new ArrayList<>(lines.values());
            List<TextPosition> number = all.remove(all.size() - 1);
            assertEquals(22, all.size());
            for (List<TextPosition> line : all) {
                assertEquals(28, line.size());
            }
            assertEquals(28 * MM, all.get(0).get(0).getXDirAdj(), 1 * MM);
            assertTrue(all.get(0).get(0).getYDirAdj() - 16 > 36 * MM);
            assertTrue(lines.lowerKey(lines.lastKey()) < (297 - 35 + 1) * MM);
            assertTrue(number.get(0).getXDirAdj() < 60 * MM, "an even page has its number at the left");
            assertEquals((297 - 35 + 7) * MM, number.get(0).getYDirAdj() - 7, 2.5 * MM);
            TreeMap<Integer, List<TextPosition>> odd = lines(pdf, 3);
            assertTrue(odd.lastEntry().getValue().get(0).getXDirAdj() > 150 * MM, "an odd page has it at the right");
        }
    }

    @Test
    void a_word_longer_than_a_line_goes_on_in_the_next_and_loses_no_letter() throws Exception {
        Kind kind = Kind.of("REMINDER");
        Map<String, Object> values = new HashMap<>(kind.samples());
        values.put("问题内容", "见网址 https://" + "W".repeat(300) + " 所载");
        try (PDDocument pdf = Loader.loadPDF(printed(kind, values))) {
            int letters = 0;
            for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
                for (List<TextPosition> line : lines(pdf, page).values()) {
                    letters += (int) line.stream()
                            .filter(t -> t.getUnicode().equals("W"))
                            .count();
                    assertTrue(right(line) < (210 - 26 + 1) * MM, () -> "beyond the margin: " + right(line));
                }
            }
            assertEquals(300, letters);
        }
    }

    @Test
    void the_date_stands_four_characters_from_the_edge_and_the_name_over_its_middle() throws Exception {
        Kind kind = Kind.of("WARNING");
        try (PDDocument pdf = Loader.loadPDF(printed(kind, kind.samples()))) {
            List<List<TextPosition>> all = new ArrayList<>(lines(pdf, 1).values());
            List<TextPosition> date = all.get(all.size() - 2);
            List<TextPosition> name = all.get(all.size() - 3);
            assertEquals((210 - 26) * MM - 4 * 16, right(date), 3);
            assertEquals((left(date) + right(date)) / 2, (left(name) + right(name)) / 2, 8);
            double bodyEnd = all.get(all.size() - 4).get(0).getYDirAdj();
            assertTrue(
                    name.get(0).getYDirAdj() - bodyEnd > 2.5 * 28.9,
                    () -> "no room for the seal under line " + bodyEnd);
        }
    }

    @Test
    void copied_text_holds_ideographs_and_no_radicals() throws Exception {
        Kind kind = Kind.of("INTERVIEW_NOTICE");
        try (PDDocument pdf = Loader.loadPDF(printed(kind, kind.samples()))) {
            String text = new PDFTextStripper().getText(pdf);
            assertTrue(text.contains("人民政府") && text.contains("校长张明"), text);
            assertTrue(text.codePoints().noneMatch(c -> c >= 0x2E80 && c <= 0x2FDF), text);
        }
    }

    private static double left(List<TextPosition> line) {
        return line.get(0).getXDirAdj();
    }

    private static double right(List<TextPosition> line) {
        TextPosition last = line.get(line.size() - 1);
        return last.getXDirAdj() + last.getWidthDirAdj();
    }
}
