package org.dudao.publication.internal.render;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.PictureRenderData;
import com.deepoove.poi.data.PictureType;
import com.deepoove.poi.data.Pictures;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.dudao.publication.internal.docx.Field;
import org.dudao.publication.internal.docx.Kind;

/**
 * Fills the fields of a template (poi-tl). Only templates whose tags were checked come here: poi-tl's other tags would fetch
 * pictures from addresses.
 */
@ApplicationScoped
public class Filler {
    private static final double CHARACTER_TWIPS = 320;
    /** 3 cm in pixels of 1/96 inch: read from an arm's length */
    private static final int QR_EDGE = 113;

    private static final int DATE_INDENT_CHARACTERS = 4;

    /** @param values a text for each field, a list of maps for each list; a field without a value is left empty */
    public byte[] fill(byte[] template, Kind kind, Map<String, ?> values) {
        var builder = Configure.builder();
        Map<String, Object> model = new HashMap<>();
        for (Field field : kind.fields()) {
            Object value = values.get(field.name());
            if (field.list()) {
                List<?> rows = value instanceof List<?> list ? list : List.of();
                builder.bind(field.table(), new LoopRowTableRenderPolicy());
                model.put(field.name(), rows);
                model.put(field.table(), rows);
            } else if (field.picture()) {
                model.put(field.name(), value == null ? null : picture(value.toString()));
            } else {
                model.put(field.name(), value == null ? "" : value);
            }
        }
        try (XWPFTemplate filled = XWPFTemplate.compile(new ByteArrayInputStream(template), builder.build())
                        .render(model);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            tidy(filled.getXWPFDocument(), model);
            filled.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PictureRenderData picture(String text) {
        return Pictures.ofBytes(QrCode.png(text), PictureType.PNG)
                .size(QR_EDGE, QR_EDGE)
                .create();
    }

    private static void tidy(XWPFDocument document, Map<String, Object> values) {
        XWPFParagraph before = null;
        for (XWPFParagraph p : document.getParagraphs()) {
            if (before != null
                    && p.getText().strip().equals(values.get("成文日期"))
                    && before.getText().strip().equals(values.get("发文机关"))
                    && atRight(document, before)) {
                centreOn(before, p);
            }
            before = p;
        }
        document.getParagraphs().forEach(Filler::dropEmptyUnderline);
        document.getTables().forEach(t -> t.getRows().forEach(row -> row.getTableCells()
                .forEach(cell -> cell.getParagraphs().forEach(Filler::dropEmptyUnderline))));
    }

    /** Whether a paragraph, or else its style, is aligned right; an office may want its name elsewhere. */
    private static boolean atRight(XWPFDocument document, XWPFParagraph p) {
        if (p.getCTPPr() != null && p.getCTPPr().isSetJc()) {
            return p.getAlignment() == ParagraphAlignment.RIGHT;
        }
        XWPFStyle style = p.getStyleID() == null || document.getStyles() == null
                ? null
                : document.getStyles().getStyle(p.getStyleID());
        return style != null
                && style.getCTStyle().isSetPPr()
                && style.getCTStyle().getPPr().isSetJc()
                && "right".equals(style.getCTStyle().getPPr().getJc().getVal().toString());
    }

    /** 署名以成文日期为准居中 (GB/T 9704-2012, 7.3.5.1): the date's place is fixed, the name's depends on its length. */
    private static void centreOn(XWPFParagraph name, XWPFParagraph date) {
        double right = DATE_INDENT_CHARACTERS + width(date.getText()) / 2 - width(name.getText()) / 2;
        var properties = name.getCTP().isSetPPr()
                ? name.getCTP().getPPr()
                : name.getCTP().addNewPPr();
        var indent = properties.isSetInd() ? properties.getInd() : properties.addNewInd();
        long hundredths = Math.max(0, Math.round(right * 100));
        indent.setRightChars(BigInteger.valueOf(hundredths));
        indent.setRight(BigInteger.valueOf(Math.round(hundredths / 100.0 * CHARACTER_TWIPS)));
    }

    /** In characters; figures and Latin letters are half as wide. */
    private static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x80 ? 0.5 : 1).sum();
    }

    /** poi-tl leaves an underline without a kind, which some readers draw. */
    private static void dropEmptyUnderline(XWPFParagraph p) {
        for (XWPFRun run : p.getRuns()) {
            var properties = run.getCTR().getRPr();
            if (properties != null
                    && properties.sizeOfUArray() > 0
                    && !properties.getUArray(0).isSetVal()) {
                properties.removeU(0);
            }
        }
    }
}
