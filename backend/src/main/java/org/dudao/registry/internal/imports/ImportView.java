package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.sheet.SheetFormat;
import org.dudao.kernel.text.StoredMessage;

/**
 * An import as its owner sees it. Row counts are those of the last check; a row with errors counts once.
 *
 * @param year school year given at upload, for files without a year column
 * @param headerRow row the headers were found in, 0 when the sheet is blank
 * @param mapping where each target's value comes from
 * @param missing required targets no column was recognised as, by their Chinese header
 * @param years the school years the checked rows are about, ascending; empty before the check, and for schools
 * @param jobId the job under way or last run
 * @param rowsToConfirm rows with something unusual to confirm and no error
 * @param rowsSkipped note lines passed over
 * @param message how the last step ended, when it did not succeed
 */
public record ImportView(
        UUID id,
        ImportKind kind,
        String fileName,
        SheetFormat format,
        long size,
        String regionCode,
        Integer year,
        ImportState state,
        int headerRow,
        List<SheetHeader> headers,
        List<ColumnMapping> mapping,
        List<String> missing,
        List<Integer> years,
        UUID jobId,
        int rowsTotal,
        int rowsClean,
        int rowsWithErrors,
        int rowsToConfirm,
        int rowsSkipped,
        int toCreate,
        int toUpdate,
        int unchanged,
        int committedRows,
        @JsonSerialize(using = StoredMessage.InReadersLanguage.class) String message,
        String createdBy,
        Instant createdAt,
        Instant checkedAt,
        Instant committedAt,
        long version) {}
