package org.dudao.publication.internal.render;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.docx.WordStyles;
import org.dudao.publication.internal.docx.Words;
import org.dudao.publication.internal.render.BodyHtml.Grid;
import org.w3c.dom.Element;

/**
 * Prints a docx as PDF: the page of its last section with margins, grid, headers and footers of odd, even and first pages, and
 * the body. Fonts are embedded. What a docx can hold beyond that (text boxes, floating pictures, several columns) is printed in
 * the order it stands or not at all; {@code LayoutCheck} says so when a template is uploaded.
 */
@ApplicationScoped
public class PdfPrinter {
    /** Word's names for kinds of pages, and CSS's. */
    private static final Map<String, String> PAGES = Map.of("default", "", "even", ":left", "first", ":first");

    @Inject
    Typefaces typefaces;

    @Inject
    Undrawable undrawable;

    /**
     * @throws WordFile.Refused when the file is no docx
     * @throws org.dudao.kernel.error.Problem 422 when it holds characters no typeface has; nothing is printed as a blank or a #
     */
    public byte[] print(byte[] docx) throws WordFile.Refused {
        WordFile file = WordFile.open(docx);
        undrawable.requireInFile("file", Words.text(file.document().getDocumentElement()));
        String html = html(file);
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        typefaces.into(builder);
        builder.withProducer("Dudao");
        builder.withHtmlContent(html, null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        builder.toStream(out);
        try {
            builder.run();
            return ReadableText.in(out.toByteArray(), typefaces.radicals());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String html(WordFile file) throws WordFile.Refused {
        WordStyles styles = WordStyles.of(file);
        Element body = Words.elements(file.document(), "body").get(0);
        Optional<Element> section = Words.child(body, "sectPr");
        Grid grid = section.map(PdfPrinter::grid).orElse(new Grid(0, 0));
        StringBuilder css = new StringBuilder(
                "p{margin:0;-fs-max-justification-inter-char:2pt}table{border-collapse:collapse;table-layout:fixed;width:100%;"
                        + "-fs-table-paginate:paginate}td{padding:0}body{margin:0;word-wrap:break-word;font-family:"
                        + typefaces.families(null, "") + "}"
                        + ".page:after{content:counter(page)}.numpages:after{content:counter(pages)}");
        StringBuilder running = new StringBuilder();
        if (section.isPresent()) {
            css.append("@page{").append(page(section.get())).append('}');
            boolean even = file.part("word/settings.xml")
                    .map(s -> !Words.elements(s, "evenAndOddHeaders").isEmpty())
                    .orElse(false);
            boolean first = Words.child(section.get(), "titlePg").isPresent();
            for (String type : List.of("default", "even", "first")) {
                if (type.equals("default") || type.equals("even") && even || type.equals("first") && first) {
                    margin(file, styles, section.get(), type, "footer", css, running);
                    margin(file, styles, section.get(), type, "header", css, running);
                }
            }
        }
        String content = new BodyHtml(file, styles, typefaces, Numbering.of(file), grid, "document").of(body);
        return "<html lang=\"zh-CN\"><head><title> </title><style>" + css + "</style></head><body>" + running + content
                + "</body></html>";
    }

    private void margin(
            WordFile file,
            WordStyles styles,
            Element section,
            String type,
            String where,
            StringBuilder css,
            StringBuilder running)
            throws WordFile.Refused {
        Optional<String> part = file.margin(section, where, type);
        String box = where.equals("footer") ? "@bottom-center" : "@top-center";
        String name = where + "-" + type;
        String align = where.equals("footer") ? "bottom" : "top";
        int distance = Words.child(section, "pgMar")
                .map(m -> Words.number(Words.attribute(m, where), 0))
                .orElse(0);
        css.append("@page")
                .append(PAGES.get(type))
                .append('{')
                .append(box)
                .append("{vertical-align:")
                .append(align)
                .append(";width:100%;padding-")
                .append(align)
                .append(':')
                .append(Css.points(distance / 20.0))
                .append(";content:")
                .append(part.isPresent() ? "element(" + name + ")" : "none")
                .append("}}");
        if (part.isPresent()) {
            Element root = file.part(part.get())
                    .orElseThrow(() -> new IllegalStateException(part.get()))
                    .getDocumentElement();
            String partName = part.get().replaceAll(".*/|\\.xml$", "");
            running.append("<div style=\"position:running(")
                    .append(name)
                    .append(")\">")
                    .append(new BodyHtml(file, styles, typefaces, Numbering.of(file), new Grid(0, 0), partName)
                            .of(root))
                    .append("</div>");
        }
    }

    private static Grid grid(Element section) {
        return Words.child(section, "docGrid")
                .filter(g -> !Words.attribute(g, "type").isEmpty()
                        && !Words.attribute(g, "type").equals("default"))
                .map(g -> new Grid(
                        Words.number(Words.attribute(g, "linePitch"), 0),
                        Words.attribute(g, "type").equals("lines")
                                ? 0
                                : Words.number(Words.attribute(g, "charSpace"), 0)))
                .orElse(new Grid(0, 0));
    }

    private static String page(Element section) {
        Css css = new Css();
        Words.child(section, "pgSz")
                .ifPresent(s -> css.add(
                        "size",
                        Css.points(Words.number(Words.attribute(s, "w"), 11906) / 20.0) + " "
                                + Css.points(Words.number(Words.attribute(s, "h"), 16838) / 20.0)));
        Words.child(section, "pgMar").ifPresent(m -> {
            int gutter = Words.number(Words.attribute(m, "gutter"), 0);
            css.twips("margin-top", Words.number(Words.attribute(m, "top"), 1440));
            css.twips("margin-right", Words.number(Words.attribute(m, "right"), 1800));
            css.twips("margin-bottom", Words.number(Words.attribute(m, "bottom"), 1440));
            css.twips("margin-left", Words.number(Words.attribute(m, "left"), 1800) + gutter);
        });
        return css.toString();
    }
}
