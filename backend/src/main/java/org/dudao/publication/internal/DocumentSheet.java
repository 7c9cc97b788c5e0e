package org.dudao.publication.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.docx.Kind;

/** The register as offices keep it (发文登记簿), one row for each document. */
public final class DocumentSheet {
    /** Hands over the rows, one after another. */
    public interface Rows {
        void each(Consumer<Document> consumer);
    }

    private DocumentSheet() {}

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        List<String> head =
                List.of(Messages.text(locale, "publication.sheet.head").split(","));
        boolean english = locale.getLanguage().equals("en");
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "publication.sheet.name"), head)) {
            rows.each(d -> sheet.row(Arrays.asList(
                    english ? Kind.of(d.kind()).nameEn() : Kind.of(d.kind()).name(),
                    d.number(),
                    d.title(),
                    d.unitName(),
                    d.recipients(),
                    d.approverName(),
                    d.issuedOn().toString(),
                    text(d.servedOn()),
                    d.receiptName(),
                    Messages.text(locale, "publication.state." + d.state()),
                    text(d.withdrawnOn()),
                    d.withdrawnFor())));
        }
    }

    private static String text(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
