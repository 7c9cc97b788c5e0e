package org.dudao.zone.internal.web;

import java.util.List;
import org.dudao.indexsystem.Answer;
import org.dudao.zone.internal.MergedAnswers.Differing;
import org.dudao.zone.internal.PhotosShort;
import org.dudao.zone.internal.Visit;
import org.dudao.zone.internal.VisitReceipt;
import org.dudao.zone.internal.VisitRecord;
import org.dudao.zone.internal.VisitService.Detail;

/**
 * A visit with what was received for it.
 *
 * @param records what each phone sent, in the order of {@code receipts}
 * @param agreed one answer for each item nobody differs on, or where a person chose
 * @param moves when the plan was moved to another day, oldest first
 * @param differing items that two records answer differently and nobody has decided
 * @param photosShort agreed answers that lack pictures they need, or whose pictures have not all arrived
 */
public record VisitResponse(
        Visit visit,
        List<VisitReceipt> receipts,
        List<VisitRecord> records,
        List<Answer> agreed,
        List<Differing> differing,
        List<PhotosShort> photosShort,
        List<Visit.Move> moves) {
    static VisitResponse from(Detail d) {
        return new VisitResponse(
                d.visit(),
                d.receipts(),
                d.bodies(),
                d.answers().agreed(),
                d.answers().differing(),
                d.photosShort(),
                d.moves());
    }
}
