package org.dudao.publication.internal.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    public record Line(String no, String name, String answer, String note) {}

    /** The items of a matter; without a name where the record does not say. */
    public record Group(String name, List<Line> lines) {}

    /** A signature and the room it takes. */
    public record Drawn(String name, String mark, String box) {}

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
            List<Group> answers,
            String asked,
            List<Drawn> signatures,
            String reply,
            String replied) {}

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

    private Sheet sheet(VisitRecords.Published record) {
        VisitRecordFacts f = record.content();
        String county = f.regionCode()
                .substring(0, Math.min(COUNTY_DIGITS, f.regionCode().length()));
        int[] no = {0};
        return new Sheet(
                offices.of(county).name(),
                f.schoolName(),
                DAY.format(f.madeOn() == null ? LocalDate.ofInstant(f.startedAt(), clock.getZone()) : f.madeOn()),
                f.startedAt() == null ? "—" : time(f.startedAt()) + "—" + time(f.finishedAt()),
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
                groups(f.answers()),
                f.asked() == 0
                        ? null
                        : Messages.text(
                                Messages.CHINESE,
                                "publication.visit.asked",
                                f.asked(),
                                f.answers().size(),
                                Math.max(0, f.asked() - f.answers().size())),
                f.signatures().stream()
                        .map(s -> new Drawn(s.name(), s.mark(), Strokes.box(s.mark())))
                        .filter(s -> s.box() != null)
                        .toList(),
                record.reply(),
                record.reply() == null ? null : record.repliedName() + "　" + moment(record.repliedAt()));
    }

    private static List<Group> groups(List<VisitRecordFacts.Line> answers) {
        Map<String, List<Line>> byMatter = new LinkedHashMap<>();
        answers.forEach(x -> byMatter.computeIfAbsent(x.matterZh() == null ? "" : x.matterZh(), k -> new ArrayList<>())
                .add(new Line(x.item(), x.nameZh(), x.answerZh(), x.note())));
        return byMatter.entrySet().stream()
                .map(e -> new Group(e.getKey(), e.getValue()))
                .toList();
    }

    private String moment(Instant at) {
        return DAY.format(at.atZone(clock.getZone())) + " " + time(at);
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(clock.getZone()));
    }
}
