package org.dudao.publication.internal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.render.Filler;
import org.dudao.publication.internal.render.PdfPrinter;
import org.dudao.rectification.NoticeFacts;
import org.dudao.rectification.Rectification;

/** A notice of rectification as it would be issued today, for whoever drafts or approves it. Nothing is registered. */
@ApplicationScoped
public class NoticePreview {
    /** 送审稿: stands where the number will be, so that a print of it is not taken for the document */
    private static final String UNNUMBERED = "（送审稿）";

    private record Made(byte[] template, Map<String, Object> fields) {}

    @Inject
    Rectification rectification;

    @Inject
    Registrar registrar;

    @Inject
    TemplateStore templates;

    @Inject
    Filler filler;

    @Inject
    PdfPrinter printer;

    @Inject
    Clock clock;

    /**
     * The PDF.
     *
     * @throws Problem 404 outside the caller's scope, 422 when the template in use cannot be printed
     */
    public byte[] pdf(UUID notice, Account by) {
        Made made = QuarkusTransaction.joiningExisting().call(() -> made(rectification.notice(notice, by)));
        try {
            return printer.print(filler.fill(made.template, Kind.of(RectificationDocuments.NOTICE), made.fields));
        } catch (WordFile.Refused e) {
            throw Problem.unprocessable("publication.template." + e.reason(), "file");
        }
    }

    private Made made(NoticeFacts notice) {
        String county = Registrar.county(notice.regionCode());
        NewDocument document = RectificationDocuments.of(notice, LocalDate.now(clock));
        String number = notice.number() == null ? UNNUMBERED : notice.number();
        return new Made(
                templates.file(
                        document.kind(),
                        templates.inUse(document.kind().code(), county).orElse(null)),
                registrar.fields(document, county, new NewDocument.Number(notice.year(), notice.no(), number)));
    }
}
