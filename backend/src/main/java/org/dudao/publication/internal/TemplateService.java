package org.dudao.publication.internal;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.blob.Pins;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.publication.internal.docx.Deviation;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.LayoutCheck;
import org.dudao.publication.internal.docx.WordFile;
import org.dudao.publication.internal.render.Filler;
import org.dudao.publication.internal.render.PdfPrinter;

/** Templates of the caller's office: which is in use, replaced by a file, shown with sample data, put back to the shipped one. */
@ApplicationScoped
public class TemplateService {
    /** More than any template needs, a picture of a seal's place included. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    /**
     * A kind and what its documents are made with.
     *
     * @param inUse version of the office in use; null when it is the shipped one or that of the region above
     * @param inherited whether it is that of the region above
     * @param versions those the office brought, newest first
     * @param deviations what the one in use departs in from GB/T 9704-2012
     * @param version of the choice, for If-Match
     */
    public record Templates(
            Kind kind,
            Template inUse,
            boolean inherited,
            List<Template> versions,
            List<Deviation> deviations,
            long version) {}

    @Inject
    TemplateStore store;

    @Inject
    Filler filler;

    @Inject
    PdfPrinter printer;

    @Inject
    Blobs blobs;

    @Inject
    Pins pins;

    @Inject
    Audit audit;

    @Transactional
    public List<Templates> list(Account by) {
        return Kind.all().stream().map(k -> of(k, by)).toList();
    }

    @Transactional
    public Templates get(String kind, Account by) {
        return of(kind(kind), by);
    }

    /**
     * The file of a version.
     *
     * @param versionNo 0 for the shipped one, null for the one in use
     */
    @Transactional
    public byte[] file(String kind, Integer versionNo, Account by) {
        Kind of = kind(kind);
        if (versionNo == null) {
            return store.file(of, store.inUse(kind, by.scope().regionPrefix()).orElse(null));
        }
        return store.file(of, version(of, versionNo, by));
    }

    /** A version filled with sample data and printed. */
    public byte[] preview(String kind, Integer versionNo, Account by) {
        byte[] template = QuarkusTransaction.joiningExisting().call(() -> file(kind, versionNo, by));
        try {
            return printer.print(filler.fill(template, kind(kind), kind(kind).samples()));
        } catch (WordFile.Refused e) {
            throw refused(e);
        }
    }

    /**
     * Stores a file as the newest version and takes it into use.
     *
     * @throws Problem 422 naming every error, when it is no plain docx or cannot be filled
     */
    public Templates replace(String kind, String fileName, byte[] file, String ifMatch, Account by) {
        Kind of = kind(kind);
        List<Deviation> deviations = check(of, file);
        Blob blob;
        try {
            blob = blobs.store(new ByteArrayInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return QuarkusTransaction.requiringNew().call(() -> {
            long version = requireMatch(kind, ifMatch, by);
            pins.pin(blob.sha256()).orElseThrow();
            Template template = store.insert(kind, by.scope().regionPrefix(), fileName, blob, deviations, by);
            use(of, template.id(), version, by, Map.of("version", template.versionNo(), "file", fileName));
            return of(of, by);
        });
    }

    /** Takes an earlier version into use, or with 0 the shipped one. */
    @Transactional
    public Templates use(String kind, int versionNo, String ifMatch, Account by) {
        Kind of = kind(kind);
        long version = requireMatch(kind, ifMatch, by);
        use(of, version(of, versionNo, by), version, by, Map.of("version", versionNo));
        return of(of, by);
    }

    private void use(Kind kind, UUID template, long version, Account by, Map<String, ?> detail) {
        if (!store.use(kind.code(), by.scope().regionPrefix(), template, version)) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        audit.record("template.used", "template", kind.code(), by.scope().regionPrefix(), detail);
    }

    private long requireMatch(String kind, String ifMatch, Account by) {
        long version = store.choice(kind, by.scope().regionPrefix())
                .map(TemplateStore.Choice::version)
                .orElse(0L);
        ETags.requireMatch(ifMatch, version);
        return version;
    }

    private static List<Deviation> check(Kind kind, byte[] file) {
        if (file.length > MOST_BYTES) {
            throw Problem.unprocessable("publication.template.tooLarge", "file");
        }
        List<Deviation> deviations;
        try {
            deviations = LayoutCheck.of(WordFile.open(file), kind);
        } catch (WordFile.Refused e) {
            throw refused(e);
        }
        List<FieldError> errors = new ArrayList<>();
        deviations.stream()
                .filter(Deviation::error)
                .forEach(d -> errors.add(FieldError.of(
                        "file", "publication.layout." + d.code(), d.params().toArray())));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return deviations;
    }

    private static Problem refused(WordFile.Refused e) {
        return Problem.unprocessable("publication.template." + e.reason(), "file");
    }

    private Templates of(Kind kind, Account by) {
        String region = by.scope().regionPrefix();
        var choice = store.choice(kind.code(), region);
        UUID used = store.inUse(kind.code(), region).orElse(null);
        List<Template> versions = store.versions(kind.code(), region);
        Template inUse = versions.stream()
                .filter(t -> Objects.equals(t.id(), used))
                .findFirst()
                .orElse(null);
        return new Templates(
                kind,
                inUse,
                used != null && inUse == null,
                versions,
                used == null ? List.of() : store.deviations(used),
                choice.map(TemplateStore.Choice::version).orElse(0L));
    }

    private UUID version(Kind kind, int versionNo, Account by) {
        if (versionNo == 0) {
            return null;
        }
        return store.versions(kind.code(), by.scope().regionPrefix()).stream()
                .filter(t -> t.versionNo() == versionNo)
                .map(Template::id)
                .findFirst()
                .orElseThrow(() -> Problem.notFound("publication.template.version", versionNo));
    }

    private static Kind kind(String code) {
        return Kind.find(code).orElseThrow(() -> Problem.notFound("publication.kind.notFound", code));
    }
}
