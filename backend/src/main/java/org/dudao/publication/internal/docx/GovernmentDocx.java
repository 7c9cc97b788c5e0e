package org.dudao.publication.internal.docx;

import static org.dudao.publication.internal.docx.Gb9704.*;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes an official document as docx after GB/T 9704-2012, element by element: mark of the issuing organ, number, title,
 * recipient, body with its levels, list of attachments, signature with room for the seal, date, page numbers. The same calls
 * give the same bytes.
 */
final class GovernmentDocx {
    private static final String NS = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
            + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

    private final StringBuilder body = new StringBuilder();

    /** 发文机关标志, red, its upper edge 35 mm below that of the type area (7.2.4), with the number and the red line (7.2.5, 7.2.7). */
    GovernmentDocx head(String mark, String number) {
        paragraph("GwMark", mark);
        paragraph("GwNumber", number);
        return this;
    }

    /** 标题, two lines below the red line when there is one (7.3.1). */
    GovernmentDocx title(String text, boolean belowRedLine) {
        if (belowRedLine) {
            blank(2);
        }
        return paragraph("GwTitle", text).blank(1);
    }

    /** A line under the title that says what a slip without a number refers to. */
    GovernmentDocx subtitle(String text) {
        return paragraph("GwSubtitle", text);
    }

    /** 主送机关, at the left edge with a colon (7.3.2). */
    GovernmentDocx recipient(String text) {
        return paragraph("GwRecipient", text + "：");
    }

    GovernmentDocx text(String text) {
        return paragraph("GwBody", text);
    }

    /** The last paragraph: it goes to the next page with the signature, so that no page holds a seal alone. */
    GovernmentDocx closing(String text) {
        return paragraph("GwClosing", text);
    }

    GovernmentDocx level1(String text) {
        return paragraph("GwLevel1", text);
    }

    GovernmentDocx level2(String text) {
        return paragraph("GwLevel2", text);
    }

    /** A paragraph that is no text of the document but steers the filling, e.g. the begin or end of a list. */
    GovernmentDocx mark(String tag) {
        return paragraph("GwBody", tag);
    }

    /** 附件说明, two characters in (7.3.4); goes between the marks of a list. */
    GovernmentDocx attachment(String tag) {
        return paragraph("GwAttachment", tag);
    }

    GovernmentDocx blank(int lines) {
        for (int i = 0; i < lines; i++) {
            body.append("<w:p><w:pPr><w:pStyle w:val=\"GwBlank\"/></w:pPr></w:p>");
        }
        return this;
    }

    /** 发文机关署名 and 成文日期 with room for the seal above them (7.3.5). */
    GovernmentDocx signature(String organ, String date) {
        for (int i = 0; i < 2; i++) {
            body.append("<w:p><w:pPr><w:pStyle w:val=\"GwSeal\"/></w:pPr></w:p>");
        }
        return paragraph("GwSign", organ).paragraph("GwDate", date);
    }

    /** A picture in a line of its own, whose height the line takes. */
    GovernmentDocx picture(String tag) {
        return paragraph("GwPicture", tag);
    }

    /** A small line below a picture. */
    GovernmentDocx note(String text) {
        return paragraph("GwNote", text);
    }

    /** 抄送 above its line, at the end (7.4.2). */
    GovernmentDocx copies(String text) {
        return paragraph("GwCopies", text);
    }

    /**
     * A table over the whole width.
     *
     * @param widths share of each column in per cent
     * @param rows texts of the rows; the first is repeated on every page when {@code head}
     */
    GovernmentDocx table(List<Integer> widths, boolean head, List<List<String>> rows) {
        int total = PAGE_WIDTH - LEFT - RIGHT;
        body.append("<w:tbl><w:tblPr><w:tblStyle w:val=\"GwTable\"/><w:tblW w:w=\"")
                .append(total)
                .append("\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        widths.forEach(
                w -> body.append("<w:gridCol w:w=\"").append(total * w / 100).append("\"/>"));
        body.append("</w:tblGrid>");
        for (int r = 0; r < rows.size(); r++) {
            boolean first = head && r == 0;
            body.append("<w:tr><w:trPr><w:cantSplit/>")
                    .append(first ? "<w:tblHeader/>" : "")
                    .append("</w:trPr>");
            for (int c = 0; c < widths.size(); c++) {
                body.append("<w:tc><w:tcPr><w:tcW w:w=\"")
                        .append(total * widths.get(c) / 100)
                        .append("\" w:type=\"dxa\"/><w:vAlign w:val=\"center\"/></w:tcPr>");
                paragraph(
                        first || !head && c % 2 == 0 ? "GwTableHead" : "GwTableText",
                        rows.get(r).get(c));
                body.append("</w:tc>");
            }
            body.append("</w:tr>");
        }
        body.append("</w:tbl>");
        return this;
    }

    private GovernmentDocx paragraph(String style, String text) {
        body.append("<w:p><w:pPr><w:pStyle w:val=\"")
                .append(style)
                .append("\"/></w:pPr><w:r><w:t xml:space=\"preserve\">");
        body.append(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        body.append("</w:t></w:r></w:p>");
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "[Content_Types].xml", GovernmentDocxParts.CONTENT_TYPES);
            put(zip, "_rels/.rels", GovernmentDocxParts.PACKAGE_RELATIONS);
            put(zip, "word/_rels/document.xml.rels", GovernmentDocxParts.DOCUMENT_RELATIONS);
            put(zip, "word/styles.xml", GovernmentDocxParts.styles());
            put(zip, "word/settings.xml", GovernmentDocxParts.SETTINGS);
            put(zip, "word/fontTable.xml", GovernmentDocxParts.fontTable());
            put(zip, "word/footer1.xml", GovernmentDocxParts.footer("GwPageOdd"));
            put(zip, "word/footer2.xml", GovernmentDocxParts.footer("GwPageEven"));
            put(
                    zip,
                    "word/document.xml",
                    "<w:document %s><w:body>%s%s</w:body></w:document>".formatted(NS, body, section()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String section() {
        return "<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId4\"/>"
                + "<w:footerReference w:type=\"even\" r:id=\"rId5\"/>"
                + "<w:pgSz w:w=\"%d\" w:h=\"%d\"/>".formatted(PAGE_WIDTH, PAGE_HEIGHT)
                + "<w:pgMar w:top=\"%d\" w:right=\"%d\" w:bottom=\"%d\" w:left=\"%d\" w:header=\"850\" w:footer=\"%d\" w:gutter=\"0\"/>"
                        .formatted(TOP, RIGHT, BOTTOM, LEFT, FOOTER)
                + "<w:docGrid w:type=\"linesAndChars\" w:linePitch=\"%d\" w:charSpace=\"%d\"/></w:sectPr>"
                        .formatted(LINE_PITCH, CHARACTER_SPACE);
    }

    private static void put(ZipOutputStream zip, String name, String xml) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(2012, 7, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write((XML + xml).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
