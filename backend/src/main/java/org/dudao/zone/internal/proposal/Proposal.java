package org.dudao.zone.internal.proposal;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who could answer for which school, and why.
 *
 * @param placements every school that was placed, those that stay as they are too
 * @param loads schools of every inspector who could take one, before and after
 * @param kmBefore mean distance of the schools from the middle of their inspector's, in km; null when nothing is known
 */
@Schema(name = "ZoneProposal")
public record Proposal(
        Mode mode,
        List<Placement> placements,
        List<Unplaced> unplaced,
        List<Load> loads,
        BigDecimal kmBefore,
        BigDecimal kmAfter) {

    /** What is asked for. */
    @Schema(name = "ProposalMode")
    public enum Mode {
        /** only schools without an inspector who can go on are placed */
        FILL,
        /** schools may move where that shortens ways or evens out loads by enough */
        BALANCE,
        /** 轮换交流: as BALANCE, and nobody keeps a school held for the years of rotation */
        EXCHANGE
    }

    /**
     * A school and its inspector.
     *
     * @param beforeId who answers for it now; null for nobody
     * @param zoneChanges whether the school comes into another zone
     * @param km from the middle of the inspector's other schools; null when not known, or when there are none
     */
    @Schema(name = "ProposalPlacement")
    public record Placement(
            UUID schoolId,
            String schoolName,
            String regionName,
            UUID beforeId,
            String beforeName,
            UUID afterId,
            String afterName,
            UUID zoneId,
            boolean zoneChanges,
            BigDecimal km,
            List<Reason> reasons) {
        public boolean changed() {
            return !afterId.equals(beforeId);
        }
    }

    /**
     * Why a school is where it is.
     *
     * @param inspectorName whom the reason is about; null where it is about nobody else
     */
    @Schema(name = "ProposalReason")
    public record Reason(Why why, String inspectorName) {}

    /** Reasons. */
    @Schema(name = "ProposalWhy")
    public enum Why {
        /** stays */
        KEPT,
        /** nobody answers for it now */
        UNASSIGNED,
        /** the one before is not in office, or in no zone */
        NOT_IN_OFFICE,
        /** the one before has a conflict of interest */
        CONFLICT,
        /** the one before has held it for the years of rotation */
        ROTATION,
        /** the one before belongs to another zone than the school */
        OUTSIDE_ZONE,
        /** moved to shorten ways or even out loads */
        BALANCE,
        /** nobody's schools are nearer */
        NEAREST,
        /** the nearer one has a conflict of interest */
        NEARER_CONFLICT,
        /** the nearer one has schools enough */
        NEARER_FULL,
        /** where the school lies is not known, so only loads counted */
        NO_PLACE,
        /** nobody of its zone could take it */
        OTHER_ZONE,
        /** its zone has more schools than the rule allows */
        ZONE_TOO_LARGE,
        /** nobody in office there */
        NO_INSPECTOR,
        /** everybody in question has a conflict of interest or has to be exchanged */
        ALL_BARRED,
        /** everybody in question has as many as a proposal gives, or their zones are full */
        ALL_FULL
    }

    /** A school that could not be placed. */
    @Schema(name = "ProposalUnplaced")
    public record Unplaced(
            UUID schoolId, String schoolName, String regionName, UUID beforeId, String beforeName, Reason reason) {}

    /** An inspector's schools. */
    @Schema(name = "ProposalLoad")
    public record Load(UUID inspectorId, String inspectorName, UUID zoneId, int before, int after) {}
}
