package org.dudao.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.zone.internal.innovation.InnovationCheck;
import org.dudao.zone.internal.innovation.InnovationMeasure;
import org.dudao.zone.internal.innovation.InnovationService;

/** Self-checks of an innovation county (创新县自查), in the words papers are written in. */
@ApplicationScoped
public class InnovationChecks {
    @Inject
    InnovationService service;

    /**
     * @param county null for the account's own
     * @param edition null for the newest the account may see
     * @throws org.dudao.kernel.error.Problem 404 outside the account's scope
     */
    @Transactional
    public InnovationFacts find(int year, String county, Integer edition, Account by) {
        InnovationCheck c = service.get(year, county, edition, by);
        return new InnovationFacts(
                c.regionCode(),
                c.year(),
                c.edition(),
                c.asOf(),
                c.adoptedBy(),
                c.adoptedAt(),
                c.opinion(),
                c.tally().met(),
                c.tally().missed(),
                c.tally().open(),
                c.conditions().stream()
                        .map(k -> new InnovationFacts.Condition(
                                k.code(),
                                k.nameZh(),
                                outcome(k.outcome()),
                                k.items().stream().map(InnovationChecks::point).toList()))
                        .toList());
    }

    private static InnovationFacts.Point point(InnovationCheck.Item i) {
        InnovationCheck.Measured m = i.measured();
        if (m == null) {
            InnovationCheck.HandAnswer a = i.answer();
            return new InnovationFacts.Point(
                    i.code(),
                    i.nameZh(),
                    outcome(i.outcome()),
                    null,
                    null,
                    null,
                    null,
                    null,
                    a == null ? null : a.note(),
                    a == null ? 0 : a.evidence().size());
        }
        String unit = Messages.text(Messages.CHINESE, "zone.innovation.unit." + m.shape());
        boolean share = m.shape() == InnovationMeasure.Shape.SHARE;
        return new InnovationFacts.Point(
                i.code(),
                i.nameZh(),
                outcome(i.outcome()),
                m.value() == null ? null : m.value().toPlainString() + unit,
                share ? m.met() + "/" + m.total() : null,
                m.standard().value() + unit,
                m.missing(),
                m.missingPoints(),
                null,
                0);
    }

    private static InnovationFacts.Outcome outcome(InnovationCheck.Outcome outcome) {
        return InnovationFacts.Outcome.valueOf(outcome.name());
    }
}
