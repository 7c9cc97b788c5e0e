package org.dudao.zone.internal.draw;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a random draw is made from, and what comes out. Kept with the draw, so that anybody can have it drawn again. */
public final class Lots {
    private Lots() {}

    /**
     * Everything the draw depends on; the same gives the same.
     *
     * @param schools how many are drawn; 0 draws inspectors only
     * @param inspectors how many are drawn; 0 draws schools only
     * @param groupSize inspectors for each school
     */
    public record Input(
            long seed,
            int schools,
            int inspectors,
            int groupSize,
            List<Lot> schoolPool,
            List<Lot> inspectorPool,
            List<Barred> barred) {
        boolean paired() {
            return schools > 0 && inspectors > 0;
        }
    }

    /** A school or an inspector in the pool. */
    @Schema(name = "DrawLot")
    public record Lot(UUID id, String name) {}

    /** That an inspector is not drawn for a school. */
    @Schema(name = "DrawBarred")
    public record Barred(UUID inspectorId, UUID schoolId, Reason reason) {}

    /** Why somebody is not drawn for a school, or not drawn at all. */
    @Schema(name = "DrawReason")
    public enum Reason {
        /** 回避：近亲属在该校任职或就读 */
        RELATIVE,
        /** 回避：曾在该校任职 */
        FORMER_SCHOOL,
        /** 回避：其他情形 */
        OTHER,
        /** answers for the school (责任督学), and the draw leaves these out */
        RESPONSIBLE,
        /** not in office on the day of the inspection */
        NOT_IN_OFFICE,
        /** a school for which too few inspectors of the pool may be drawn */
        TOO_FEW,
        /** an inspector who may be drawn for none of the schools */
        EVERYWHERE
    }

    /** Who is left out before anything is drawn. */
    @Schema(name = "DrawExcluded")
    public record Excluded(Side side, UUID id, String name, Reason reason) {}

    /** What is drawn. */
    @Schema(name = "DrawSide")
    public enum Side {
        SCHOOL,
        INSPECTOR
    }

    /**
     * A school with those drawn for it.
     *
     * @param inspectors the first leads the group; none when only schools are drawn
     * @param passed whose turn it was, but who steps aside (回避)
     */
    @Schema(name = "DrawGroup")
    public record Group(Lot school, List<Lot> inspectors, List<Passed> passed) {}

    /** An inspector whose turn it was and who was passed over. */
    @Schema(name = "DrawPassed")
    public record Passed(Lot inspector, Reason reason) {}

    /**
     * What came out.
     *
     * @param inspectors those drawn, in the order they were drawn
     * @param groups the schools drawn in their order; empty when only inspectors are drawn
     * @param attempts how often it was drawn until nobody was in the way of anybody
     */
    @Schema(name = "DrawOutcome")
    public record Outcome(List<Lot> inspectors, List<Group> groups, int attempts) {}
}
