package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.evidence.FileKind;
import org.dudao.evidence.internal.FileRow.Scan;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.blob.Pins;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.job.Jobs;
import org.dudao.kernel.security.Account;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes files of what has been received whole. */
@ApplicationScoped
public class Intake {
    @Inject
    MediaTypes types;

    @Inject
    Pictures pictures;

    @Inject
    Blobs blobs;

    @Inject
    Pins pins;

    @Inject
    ContentStore contents;

    @Inject
    FileStore files;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.evidence.clamd")
    Optional<String> clamd;

    /**
     * What the sender says of a file.
     *
     * @param id made by the client, and its idempotency key
     * @param factOn day of what it shows; null takes the day a photo's camera names
     * @param uploadedAt when the client says it was sent; null takes the time of receipt
     */
    public record Announced(UUID id, String name, LocalDate factOn, Instant uploadedAt, String note) {}

    /**
     * Refuses before a byte is sent what cannot be taken.
     *
     * @throws Problem 409 when a file of this id is there already, 422 when its name or size cannot be taken
     */
    @Transactional
    public void announce(Announced a, long size, Account by) {
        files.uploaderOf(a.id()).ifPresent(uploader -> {
            throw Problem.conflict(
                    uploader.equals(by.subject()) ? "evidence.upload.received" : "evidence.upload.idTaken", a.name());
        });
        if (size == 0) {
            throw Problem.unprocessable("evidence.file.empty", "file", a.name());
        }
        FileService.requirePossible(a.factOn(), LocalDate.now(clock));
        types.requireLikely(a.name(), size);
    }

    /**
     * Takes a file over from where it was received. Received twice under its id, it is one file.
     *
     * @throws Problem 422 when its content is of no kind that is taken
     */
    public void receive(Announced a, long size, String upload, MediaTypes.Source content, Account by)
            throws IOException {
        MediaTypes.Found found = types.require(a.name(), size, content);
        Blob blob;
        try (InputStream in = content.open()) {
            blob = blobs.store(in);
        }
        LocalDate factOn = a.factOn() == null && found.kind() == FileKind.PHOTO
                ? Pictures.takenOn(content, LocalDate.now(clock)).orElse(null)
                : a.factOn();
        Announced dated = new Announced(a.id(), a.name(), factOn, a.uploadedAt(), a.note());
        io.quarkus.narayana.jta.QuarkusTransaction.joiningExisting().run(() -> insert(dated, upload, found, blob, by));
    }

    /** A picture drawn anew from its pixels as JPEG; empty for what is no whole picture that can be drawn. */
    public Optional<byte[]> redrawn(byte[] content) throws IOException {
        MediaTypes.Source source = () -> new ByteArrayInputStream(content);
        try {
            if (types.require("", content.length, source).kind() != FileKind.PHOTO) {
                return Optional.empty();
            }
        } catch (Problem e) {
            return Optional.empty();
        }
        return Optional.ofNullable(pictures.drawAtOnce(source)).map(Pictures.Drawn::published);
    }

    /** Takes a picture that was received and drawn anew by this software. */
    public void receivePicture(UUID id, String name, byte[] jpeg, Account by) throws IOException {
        receive(new Announced(id, name, null, null, null), jpeg.length, null, () -> new ByteArrayInputStream(jpeg), by);
    }

    private void insert(Announced a, String upload, MediaTypes.Found found, Blob blob, Account by) {
        Instant now = clock.instant();
        pins.pin(blob.sha256())
                .orElseThrow(() -> new IllegalStateException("stored content is gone: " + blob.sha256()));
        boolean fresh = contents.keep(
                blob.sha256(), blob.size(), found, clamd.isPresent() ? Scan.WAITING : Scan.OFF, now.plusSeconds(300));
        boolean added = files.insert(
                new FileRow(
                        a.id(),
                        blob.sha256(),
                        a.name(),
                        found.kind(),
                        found.mediaType(),
                        blob.size(),
                        null,
                        null,
                        a.factOn(),
                        a.uploadedAt() == null ? now : a.uploadedAt(),
                        now,
                        null,
                        by.subject(),
                        by.displayName(),
                        by.scope().regionPrefix(),
                        by.scope().schoolId(),
                        a.note(),
                        Scan.OFF,
                        null,
                        null,
                        null,
                        false,
                        false,
                        0),
                upload);
        if (!added) {
            return;
        }
        if (fresh) {
            jobs.submit(LookJob.KIND, new LookJob.Payload(blob.sha256()), "system");
        }
        audit.recordAs(
                by.subject(),
                "file.received",
                "file",
                a.id(),
                by.scope().regionPrefix(),
                Map.of("name", a.name(), "sha256", blob.sha256(), "size", blob.size()));
    }
}
