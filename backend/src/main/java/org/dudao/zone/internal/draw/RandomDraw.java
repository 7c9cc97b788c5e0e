package org.dudao.zone.internal.draw;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A draw as it was done.
 *
 * @param seed it was drawn from, by the server
 * @param wish what was asked for
 * @param excluded who was left out before, with the reason
 * @param pool how many schools and inspectors it was drawn from
 * @param voidedFor why it does not count; null while it does
 * @param visitsOn day its visits were planned for; null before
 * @param visits planned from it
 */
@Schema(name = "RandomDraw")
public record RandomDraw(
        UUID id,
        String regionCode,
        Wish wish,
        long seed,
        Size pool,
        List<Lots.Excluded> excluded,
        Lots.Outcome outcome,
        String drawnName,
        Instant drawnAt,
        String voidedFor,
        String voidedName,
        Instant voidedAt,
        LocalDate visitsOn,
        List<PlannedVisit> visits,
        long version) {

    /**
     * What is to be drawn.
     *
     * @param title what the inspection is about
     * @param day of the inspection: who is in office then can be drawn
     * @param schools how many; 0 draws inspectors only
     * @param inspectors how many; 0 draws schools only
     * @param groupSize inspectors for each school
     * @param zones only schools of these zones; empty for all
     * @param kinds only schools of these kinds (办学类型代码); empty for all
     * @param townships only schools of these townships; empty for all
     * @param leaveOutOwn whether nobody is drawn for a school they answer for
     */
    @Schema(name = "DrawWish")
    public record Wish(
            String title,
            LocalDate day,
            int schools,
            int inspectors,
            int groupSize,
            List<UUID> zones,
            List<String> kinds,
            List<String> townships,
            boolean leaveOutOwn) {
        boolean paired() {
            return schools > 0 && inspectors > 0;
        }
    }

    /** How many there are in the pool. */
    @Schema(name = "DrawPoolSize")
    public record Size(int schools, int inspectors) {}

    /**
     * What would be drawn from; nothing is drawn or kept.
     *
     * @param barred pairs that never come out; only those of the pool
     * @param checksum of all this; who draws says which pool they saw
     */
    @Schema(name = "DrawPreview")
    public record Preview(
            List<Lots.Lot> schools,
            List<Lots.Lot> inspectors,
            List<Lots.Barred> barred,
            List<Lots.Excluded> excluded,
            String checksum) {}

    /** A visit planned from a draw. */
    @Schema(name = "DrawVisit")
    public record PlannedVisit(UUID schoolId, UUID visitId) {}

    /** A draw in the list. */
    @Schema(name = "DrawRow")
    public record Row(
            UUID id,
            String title,
            LocalDate day,
            int schools,
            int inspectors,
            int groupSize,
            long seed,
            String drawnName,
            Instant drawnAt,
            String voidedFor,
            LocalDate visitsOn) {}

    /**
     * A draw drawn again.
     *
     * @param same whether it came out as it was kept
     */
    @Schema(name = "DrawRepeat")
    public record Repeat(boolean same, long seed, Size pool, Lots.Outcome outcome) {}
}
