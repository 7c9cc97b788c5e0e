package org.dudao.publication.internal.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.Offices;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.publication.internal.render.PagePrinter;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.zone.InnovationChecks;
import org.dudao.zone.InnovationFacts;
import org.dudao.zone.InnovationFacts.Outcome;

/** Prints the self-check of an innovation county (创新县自查表), on A4. */
@ApplicationScoped
public class InnovationPaper {
    /** A point as it is printed. */
    public record Line(String code, String name, String result, String standard, String outcome, String note) {}

    /** A condition as it is printed. */
    public record Block(String name, String outcome, List<Line> lines) {}

    /**
     * What is printed.
     *
     * @param adopted who adopted it and when; null for a draft
     */
    public record Sheet(
            String office,
            String region,
            int year,
            String asOf,
            String summary,
            String adopted,
            String opinion,
            List<Block> blocks) {}

    @Inject
    InnovationChecks checks;

    @Inject
    Offices offices;

    @Inject
    Regions regions;

    @Inject
    PagePrinter printer;

    @Inject
    Clock clock;

    /** @throws org.dudao.kernel.error.Problem 404 outside the caller's scope */
    @Transactional
    public byte[] print(int year, String county, Integer edition, Account by) {
        InnovationFacts f = checks.find(year, county, edition, by);
        int[] no = {0};
        Sheet sheet = new Sheet(
                offices.of(f.regionCode()).name(),
                regions.find(f.regionCode()).map(RegionName::name).orElse(""),
                f.year(),
                Numerals.day(f.asOf()),
                text("summary", f.conditions().size(), f.met(), f.missed(), f.open()),
                f.adoptedAt() == null
                        ? null
                        : text(
                                "adopted",
                                f.adoptedBy(),
                                Numerals.day(LocalDate.ofInstant(f.adoptedAt(), clock.getZone())),
                                f.edition()),
                f.opinion(),
                f.conditions().stream()
                        .map(c -> new Block(
                                Numerals.chinese(++no[0]) + "、" + c.name(),
                                outcome(c.outcome()),
                                c.points().stream().map(InnovationPaper::line).toList()))
                        .toList());
        return printer.print("publication/innovation.html", sheet, sheet.toString());
    }

    private static Line line(InnovationFacts.Point p) {
        boolean counted = p.standard() != null;
        String result = p.result() == null
                ? text(counted ? "unmeasured" : "hand." + p.outcome())
                : p.counts() == null ? p.result() : text("share", p.result(), p.counts());
        return new Line(p.code(), p.name(), result, counted ? p.standard() : "", outcome(p.outcome()), note(p));
    }

    /** What is lacking, or what the office wrote. */
    private static String note(InnovationFacts.Point p) {
        if (p.outcome() == Outcome.SHORT && p.missing() != null) {
            return p.points() == null
                    ? text("lacking", p.missing())
                    : text("lackingShare", p.missing(), p.points().toPlainString());
        }
        String files = p.files() == 0 ? "" : text("files", p.files());
        return p.note() == null ? files : p.note() + (files.isEmpty() ? "" : "（" + files + "）");
    }

    private static String outcome(Outcome outcome) {
        return Messages.text(Messages.CHINESE, "zone.innovation.outcome." + outcome);
    }

    private static String text(String code, Object... params) {
        return Messages.text(Messages.CHINESE, "publication.innovation." + code, params);
    }
}
