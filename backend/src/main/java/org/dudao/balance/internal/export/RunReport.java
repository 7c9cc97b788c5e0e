package org.dudao.balance.internal.export;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import io.quarkus.qute.Engine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.dudao.balance.internal.Run;

/** A run as a report to print: A4, head with unit and date, page numbers, unverified parameters named. */
@ApplicationScoped
public class RunReport {
    private static final String FAMILY = "Noto Sans SC";
    private static final String REGULAR = "/org/dudao/fonts/400Regular/NotoSansSC_400Regular.ttf";
    private static final String BOLD = "/org/dudao/fonts/700Bold/NotoSansSC_700Bold.ttf";

    @Inject
    Engine qute;

    /** @throws IOException when the stream cannot be written */
    public void write(OutputStream out, Run run, Words words) throws IOException {
        String html = qute.getTemplate("balance/report.html")
                .data("m", ReportModel.of(run, words))
                .render();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useFont(font(REGULAR), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(font(BOLD), FAMILY, 700, FontStyle.NORMAL, true);
        builder.withProducer("Dudao");
        builder.withHtmlContent(html, null);
        builder.toStream(out);
        builder.run();
    }

    private static FSSupplier<InputStream> font(String resource) {
        return () -> {
            InputStream in = RunReport.class.getResourceAsStream(resource);
            if (in == null) {
                throw new IllegalStateException("font " + resource + " is not packed: build the frontend module");
            }
            return in;
        };
    }
}
