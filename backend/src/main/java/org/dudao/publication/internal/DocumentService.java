package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.job.Jobs;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;

/** The register as people use it: looked up, downloaded, served and withdrawn by hand where no other module does. */
@ApplicationScoped
public class DocumentService {
    /** What a file is wanted as. */
    public enum Format {
        DOCX,
        PDF
    }

    @Inject
    Register register;

    @Inject
    Blobs blobs;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Transactional
    public Page<Document> page(DocumentFilter filter, Account by) {
        return register.page(by, filter);
    }

    @Transactional
    public void forEach(DocumentFilter filter, Account by, Consumer<Document> consumer) {
        register.forEach(by, filter, consumer);
    }

    @Transactional
    public Document get(UUID id, Account by) {
        return register.find(id, by).orElseThrow(() -> Problem.notFound("publication.document.notFound", id));
    }

    /**
     * A document's file.
     *
     * @throws Problem 409 while there is none
     */
    @Transactional
    public InputStream open(Document document, Format format) {
        if (document.fileState() != Document.FileState.READY) {
            throw Problem.conflict("publication.document.file" + document.fileState());
        }
        if (format == Format.PDF) {
            // what is saved as a file the kernel writes down; this one is shown
            audit.record(
                    "document.read",
                    "document",
                    document.id(),
                    document.regionCode(),
                    Map.of("number", document.number() == null ? "" : document.number()));
        }
        try {
            return blobs.open(format == Format.PDF ? document.pdfSha256() : document.docxSha256());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the file again after it failed. */
    @Transactional
    public Document renderAgain(UUID id, String ifMatch, Account by) {
        Document document = at(id, ifMatch, by);
        if (document.fileState() != Document.FileState.FAILED) {
            throw Problem.conflict("publication.document.state");
        }
        require(register.again(document));
        jobs.submit(RenderJob.KIND, new RenderJob.Payload(id), by.subject());
        record("document.renderedAgain", document, Map.of());
        return get(id, by);
    }

    /** Notes who received it; a notice of rectification is signed for where it is kept. */
    @Transactional
    public Document serve(UUID id, String ifMatch, LocalDate on, String receiver, Account by) {
        Document document = own(id, ifMatch, by);
        if (on.isBefore(document.issuedOn()) || on.isAfter(LocalDate.now(clock))) {
            throw Problem.unprocessable("publication.document.servedOn", "on", on);
        }
        if (document.state() != Document.State.ISSUED || document.servedOn() != null) {
            throw Problem.conflict("publication.document.state");
        }
        require(register.serve(document, on, receiver));
        record("document.served", document, Map.of("on", on, "receiver", receiver));
        return get(id, by);
    }

    /** Takes it back; its number stays taken. */
    @Transactional
    public Document withdraw(UUID id, String ifMatch, String reason, Account by) {
        Document document = own(id, ifMatch, by);
        if (document.state() != Document.State.ISSUED) {
            throw Problem.conflict("publication.document.state");
        }
        require(register.withdraw(document, LocalDate.now(clock), reason));
        record("document.withdrawn", document, Map.of("reason", reason));
        return get(id, by);
    }

    /**
     * Makes it known to everybody: its kind, number, title and day stand on the school's public page from now on.
     *
     * @throws Problem 409 for a document that states no result about a school, was withdrawn or is public already
     */
    @Transactional
    public Document publish(UUID id, String ifMatch, Account by) {
        Document document = at(id, ifMatch, by);
        if (!document.publishable()) {
            throw Problem.conflict("publication.document.state");
        }
        require(register.publish(document, LocalDate.now(clock)));
        record("document.published", document, Map.of());
        return get(id, by);
    }

    private Document own(UUID id, String ifMatch, Account by) {
        Document document = at(id, ifMatch, by);
        if (document.kind().equals(RectificationDocuments.NOTICE)) {
            throw Problem.conflict("publication.document.onNotice");
        }
        return document;
    }

    private Document at(UUID id, String ifMatch, Account by) {
        Document document = get(id, by);
        ETags.requireMatch(ifMatch, document.version());
        return document;
    }

    private static void require(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }

    private void record(String action, Document document, Map<String, ?> detail) {
        audit.record(action, "document", document.id(), document.regionCode(), detail);
    }
}
