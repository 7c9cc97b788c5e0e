package org.dudao.publication.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A row of the register (发文登记).
 *
 * @param kind code of the kind of document
 * @param regionCode region of the unit it is about
 * @param schoolId null when it is about a township or county
 * @param number 文号; null for slips
 * @param subjectId notice, step of the ladder or call to an interview it documents
 * @param findingId finding it belongs to; null for a notice, which may hold several
 * @param templateId template it was made with; null for the shipped one
 * @param publishedOn day it was made known to everybody; null while it was not
 * @param fileProblem why there is no file, as a stored message; null unless FAILED
 */
public record Document(
        UUID id,
        String kind,
        String regionCode,
        UUID schoolId,
        String unitName,
        String number,
        Integer year,
        Integer no,
        String title,
        String recipients,
        String approverName,
        LocalDate issuedOn,
        Instant registeredAt,
        UUID subjectId,
        UUID findingId,
        UUID templateId,
        State state,
        LocalDate withdrawnOn,
        String withdrawnFor,
        LocalDate servedOn,
        String receiptName,
        LocalDate publishedOn,
        FileState fileState,
        String fileProblem,
        String docxSha256,
        String pdfSha256,
        Instant renderedAt,
        long version) {
    /** kinds that state a result of supervision; the others are between the office and the unit */
    private static final Set<String> RESULTS = Set.of("RECTIFICATION_NOTICE", "CRITICISM");

    /** Whether it may be made known to everybody: a result about a school that counts, and was not yet. */
    public boolean publishable() {
        return state == State.ISSUED && schoolId != null && publishedOn == null && RESULTS.contains(kind);
    }

    /** Whether it counts. */
    @Schema(name = "DocumentState")
    public enum State {
        ISSUED,
        /** 已撤回; keeps its number */
        WITHDRAWN
    }

    /** Whether there is a file. */
    @Schema(name = "DocumentFileState")
    public enum FileState {
        /** being made */
        PENDING,
        READY,
        FAILED,
        /** issued on paper before there was a register */
        NONE
    }
}
