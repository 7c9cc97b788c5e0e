package org.dudao.publication.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.blob.Pins;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.job.JobContext;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.job.JobState;
import org.dudao.kernel.job.Jobs;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.render.Filler;
import org.dudao.publication.internal.render.PdfPrinter;

/** Makes the files of a registered document: the template filled with its snapshot, and that printed as PDF. */
@ApplicationScoped
public class RenderJob implements JobHandler {
    static final String KIND = "publication.render";

    @Inject
    Register register;

    @Inject
    TemplateStore templates;

    @Inject
    Filler filler;

    @Inject
    PdfPrinter printer;

    @Inject
    Blobs blobs;

    @Inject
    Pins pins;

    @Inject
    Jobs jobs;

    /** What the job is given. */
    record Payload(UUID documentId) {}

    /** What it returns. */
    public record Outcome(UUID documentId) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean behind() {
        return true;
    }

    @Override
    public Subject describe(JsonNode payload) {
        UUID id = id(payload);
        return new Subject(
                register.find(id)
                        .map(d -> d.number() == null ? d.title() : d.number())
                        .orElse(null),
                id);
    }

    @Override
    public Object run(JobContext context) throws IOException {
        UUID id = id(context.payload());
        Document document = register.find(id).orElseThrow(() -> Problem.notFound("publication.document.notFound", id));
        Kind kind = Kind.of(document.kind());
        byte[] docx = filler.fill(templates.file(kind, document.templateId()), kind, values(register.fields(id)));
        byte[] pdf;
        try {
            pdf = printer.print(docx);
        } catch (WordFile.Refused e) {
            throw Problem.unprocessable("publication.template." + e.reason(), "file");
        }
        String docxSha = blobs.store(new ByteArrayInputStream(docx)).sha256();
        String pdfSha = blobs.store(new ByteArrayInputStream(pdf)).sha256();
        Outcome outcome = new Outcome(id);
        QuarkusTransaction.requiringNew().run(() -> {
            pins.pin(docxSha).orElseThrow();
            pins.pin(pdfSha).orElseThrow();
            register.made(id, docxSha, pdfSha);
            context.succeed(outcome);
        });
        return outcome;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, ?> values(Map<?, ?> fields) {
        return (Map<String, ?>) fields;
    }

    /** Work cut off by a restart is begun again; what failed says why and can be tried again by a person. */
    @Override
    public void ended(JsonNode payload, JobState state, String message) {
        if (state == JobState.INTERRUPTED) {
            jobs.submit(KIND, new Payload(id(payload)), RectificationDocuments.SYSTEM);
        } else {
            register.failed(id(payload), message);
        }
    }

    private static UUID id(JsonNode payload) {
        return UUID.fromString(payload.get("documentId").asText());
    }
}
