package org.dudao.publication.internal.web;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.dudao.kernel.text.StoredMessage;
import org.dudao.publication.internal.Document;
import org.dudao.publication.internal.docx.Kind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A document of the register; see {@link Document}. */
@Schema(name = "RegisteredDocument")
public record DocumentResponse(
        UUID id,
        String kind,
        String kindName,
        String kindNameEn,
        String regionCode,
        UUID schoolId,
        String unitName,
        String number,
        String title,
        String recipients,
        String approverName,
        LocalDate issuedOn,
        Instant registeredAt,
        UUID subjectId,
        UUID findingId,
        boolean ownTemplate,
        Document.State state,
        LocalDate withdrawnOn,
        String withdrawnFor,
        LocalDate servedOn,
        String receiptName,
        LocalDate publishedOn,
        boolean publishable,
        Document.FileState fileState,
        @JsonSerialize(using = StoredMessage.InReadersLanguage.class) String fileProblem,
        Instant renderedAt,
        long version) {
    static DocumentResponse from(Document d) {
        Kind kind = Kind.of(d.kind());
        return new DocumentResponse(
                d.id(),
                d.kind(),
                kind.name(),
                kind.nameEn(),
                d.regionCode(),
                d.schoolId(),
                d.unitName(),
                d.number(),
                d.title(),
                d.recipients(),
                d.approverName(),
                d.issuedOn(),
                d.registeredAt(),
                d.subjectId(),
                d.findingId(),
                d.templateId() != null,
                d.state(),
                d.withdrawnOn(),
                d.withdrawnFor(),
                d.servedOn(),
                d.receiptName(),
                d.publishedOn(),
                d.publishable(),
                d.fileState(),
                d.fileProblem(),
                d.renderedAt(),
                d.version());
    }
}
