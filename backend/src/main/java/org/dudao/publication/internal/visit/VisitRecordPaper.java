package org.dudao.publication.internal.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.Offices;
import org.dudao.publication.internal.render.PagePrinter;
import org.dudao.zone.VisitRecordFacts;
import org.dudao.zone.VisitRecords;

/** Prints the record of a visit as the school was sent it, on A4. */
@ApplicationScoped
public class VisitRecordPaper {
    /** A finding as it is printed. */
    public record Found(int no, String description, String rule, String severity) {}

    /** An item as it is printed. */
    public record Line(int no, String name, String answer, String note) {}

    /** What is printed. */
    public record Sheet(
            String office,
            String school,
            String day,
            String time,
            String kind,
            String inspectors,
            String signed,
            String feedback,
            String summary,
            List<Found> findings,
            List<Line> answers) {}

    private static final int COUNTY_DIGITS = 6;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    @Inject
    VisitRecords records;

    @Inject
    Offices offices;

    @Inject
    PagePrinter printer;

    @Inject
    Clock clock;

    /** @throws org.dudao.kernel.error.Problem 404 outside the caller's scope, or before it is published */
    @Transactional
    public byte[] print(UUID visit, Account by) {
        Sheet sheet = sheet(records.published(visit, by));
        return printer.print("publication/visit-record.html", sheet, sheet.toString());
    }

    private Sheet sheet(VisitRecordFacts f) {
        String county = f.regionCode()
                .substring(0, Math.min(COUNTY_DIGITS, f.regionCode().length()));
        int[] no = {0, 0};
        return new Sheet(
                offices.of(county).name(),
                f.schoolName(),
                DAY.format(f.madeOn() == null ? LocalDate.ofInstant(f.startedAt(), clock.getZone()) : f.madeOn()),
                time(f.startedAt()) + "—" + time(f.finishedAt()),
                Messages.text(Messages.CHINESE, "publication.visit." + f.kind()),
                String.join("、", f.inspectors()),
                String.join("、", f.signedBy()),
                String.join("\n", f.feedback()),
                f.summary(),
                f.findings().stream()
                        .map(x -> new Found(
                                ++no[0],
                                x.description(),
                                x.rule(),
                                Messages.text(Messages.CHINESE, "publication.severity." + x.severity())))
                        .toList(),
                f.answers().stream()
                        .map(x -> new Line(++no[1], x.nameZh(), x.answerZh(), x.note()))
                        .toList());
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
