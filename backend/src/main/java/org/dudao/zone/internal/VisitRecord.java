package org.dudao.zone.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.rectification.Severity;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What one inspector did at a school, as the phone made it; nothing in it is changed by anybody.
 *
 * @param id made on the phone, and the key by which sending twice is one record
 * @param visitId the planned visit, or an id made on the phone for one that was not planned (急事即到)
 * @param systemId version of the checklist it was made with
 * @param startedAt when the phone said the visit began
 * @param finishedAt when the phone said it ended
 * @param position where the phone was when the inspector checked in; null when it could not tell
 * @param positionNote why there is none, or why it is far away
 * @param answers at most one for each item
 * @param received who received the inspector, and the signature as drawn; null when nobody signed
 * @param feedback 口头反馈: what was said to the school
 */
public record VisitRecord(
        UUID id,
        UUID visitId,
        UUID schoolId,
        Kind kind,
        UUID systemId,
        Instant startedAt,
        Instant finishedAt,
        Position position,
        String positionNote,
        List<Answer> answers,
        List<Found> findings,
        Signature received,
        String feedback) {

    public VisitRecord {
        answers = answers == null ? List.of() : List.copyOf(answers);
        findings = findings == null ? List.of() : List.copyOf(findings);
    }

    /** Whether it answers an item or has a finding on it; or, for an id, has that finding. */
    boolean speaksOf(String itemOrFinding) {
        return answers.stream().anyMatch(a -> a.item().equals(itemOrFinding))
                || findings.stream()
                        .anyMatch(f -> itemOrFinding.equals(f.item()) || itemOrFinding.equals(f.id().toString()));
    }

    /** 督导方式 */
    @Schema(name = "VisitKind")
    public enum Kind {
        /** 经常性督导 */
        ROUTINE,
        /** 专项督导 */
        SPECIAL,
        /** 综合督导 */
        COMPREHENSIVE,
        /** 协作督导 */
        JOINT
    }

    /**
     * A place as the phone measured it.
     *
     * @param longitude degrees east
     * @param latitude degrees north
     * @param accuracy radius in metres
     */
    @Schema(name = "VisitPosition")
    public record Position(double longitude, double latitude, double accuracy) {}

    /**
     * Something to be rectified.
     *
     * @param id made on the phone
     * @param item code of the checklist's item; null for what no item asks about
     * @param rule the rule broken, in words
     */
    @Schema(name = "VisitFinding")
    public record Found(UUID id, String item, String rule, String description, Severity severity) {}

    /**
     * Who received the inspector.
     *
     * @param mark an SVG path of move and line commands
     */
    @Schema(name = "VisitSignature")
    public record Signature(String name, String mark) {}
}
