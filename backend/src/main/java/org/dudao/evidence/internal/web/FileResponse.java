package org.dudao.evidence.internal.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.evidence.FileKind;
import org.dudao.evidence.internal.FileRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A file.
 *
 * @param size bytes
 * @param width pixels as shown upright; null where unknown
 * @param factOn day of what it shows; null until somebody says
 * @param uploadedAt when the client says it was sent
 * @param receivedAt when the server had all of it
 * @param takenAt when the camera says the picture was taken
 * @param mine whether the caller sent it
 * @param readable whether its content may be had: not while it waits for the virus scan, never when infected
 * @param signature what infects it
 * @param sweptOn day it is removed when it still proves nothing then; null when it ever proved something
 */
@Schema(name = "EvidenceFile")
public record FileResponse(
        UUID id,
        String name,
        FileKind kind,
        String mediaType,
        long size,
        String sha256,
        Integer width,
        Integer height,
        LocalDate factOn,
        Instant uploadedAt,
        Instant receivedAt,
        Instant takenAt,
        String uploaderName,
        boolean mine,
        String note,
        FileRow.Scan scan,
        String signature,
        boolean readable,
        boolean thumbnail,
        boolean published,
        boolean inUse,
        LocalDate sweptOn,
        long version) {

    static FileResponse from(FileRow f, String subject, LocalDate sweptOn) {
        return new FileResponse(
                f.id(),
                f.name(),
                f.kind(),
                f.mediaType(),
                f.size(),
                f.sha256(),
                f.width(),
                f.height(),
                f.factOn(),
                f.uploadedAt(),
                f.receivedAt(),
                f.takenAt(),
                f.uploaderName(),
                f.uploader().equals(subject),
                f.note(),
                f.scan(),
                f.signature(),
                f.readable(),
                f.readable() && f.thumbnail() != null,
                f.readable() && f.published() != null,
                f.inUse(),
                sweptOn,
                f.version());
    }
}
