package org.dudao.publication.internal.render;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Prints what is laid out by this software rather than written by an office: cards and boards. Fonts are embedded. */
@ApplicationScoped
public class PagePrinter {
    @Inject
    Engine qute;

    @Inject
    Typefaces typefaces;

    @Inject
    Undrawable undrawable;

    /**
     * @param template below {@code templates/}; its model is {@code m}, the families to name in CSS are {@code sans} and {@code song}
     * @param text everything the model says, so that a letter one typeface lacks is drawn in another
     * @throws org.dudao.kernel.error.Problem 422 when it holds characters no typeface has
     */
    public byte[] print(String template, Object model, String text) {
        undrawable.require("text", text);
        String html = qute.getTemplate(template)
                .data("m", model)
                .data("sans", typefaces.families("黑体", text))
                .data("song", typefaces.families("小标宋", text))
                .render();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useSVGDrawer(new BatikSVGDrawer());
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
}
