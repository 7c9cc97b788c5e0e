package org.dudao.zone.internal.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.rectification.Severity;
import org.dudao.zone.internal.VisitIntake;
import org.dudao.zone.internal.VisitRecord;

/**
 * A record as the phone made it. Everything but {@code sentAt} and {@code madeBy} is part of it and the same however often it is sent.
 *
 * @param sentAt the phone's clock now
 * @param madeBy subject of who made it, when the office hands in an exported file; left out by a phone
 */
public record VisitRecordRequest(
        @NotNull UUID id,
        @NotNull UUID visitId,
        @NotNull UUID schoolId,
        @NotNull VisitRecord.Kind kind,
        @NotNull UUID systemId,
        @NotNull Instant startedAt,
        @NotNull Instant finishedAt,
        @NotNull Instant sentAt,
        @Size(max = 200) String madeBy,
        @Valid VisitPositionRequest position,
        @Size(max = 500) String positionNote,
        @NotNull @Size(max = 500) List<@NotNull Answer> answers,
        @Size(max = 100) List<@Valid @NotNull VisitFindingRequest> findings,
        @Valid VisitSignatureRequest received,
        @Size(max = 4000) String feedback) {
    /** Where the phone was. */
    public record VisitPositionRequest(
            @NotNull @DecimalMin("-180") @DecimalMax("180") Double longitude,
            @NotNull @DecimalMin("-90") @DecimalMax("90") Double latitude,
            @NotNull @DecimalMin("0") @DecimalMax("1000000") Double accuracy) {}

    /** Something to be rectified, under an id made on the phone. */
    public record VisitFindingRequest(
            @NotNull UUID id,
            @Size(max = 100) String item,
            @NotBlank @Size(max = 200) String rule,
            @NotBlank @Size(max = 2000) String description,
            @NotNull Severity severity) {}

    /** Who received the inspector. */
    public record VisitSignatureRequest(
            @NotBlank @Size(max = 40) String name,
            @Size(max = 60_000) @Pattern(regexp = "[MLml0-9 .,-]*") String mark) {}

    VisitIntake.Sent sent() {
        return new VisitIntake.Sent(record(), sentAt, madeBy);
    }

    private VisitRecord record() {
        return new VisitRecord(
                id,
                visitId,
                schoolId,
                kind,
                systemId,
                startedAt,
                finishedAt,
                position == null
                        ? null
                        : new VisitRecord.Position(position.longitude, position.latitude, position.accuracy),
                positionNote,
                answers,
                findings == null
                        ? List.of()
                        : findings.stream()
                                .map(f -> new VisitRecord.Found(f.id, f.item, f.rule, f.description, f.severity))
                                .toList(),
                received == null ? null : new VisitRecord.Signature(received.name, received.mark),
                feedback);
    }
}
