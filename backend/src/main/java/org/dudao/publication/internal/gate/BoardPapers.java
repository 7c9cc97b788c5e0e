package org.dudao.publication.internal.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.Offices;
import org.dudao.publication.internal.PublishedDocuments;
import org.dudao.publication.internal.render.PagePrinter;
import org.dudao.publication.internal.render.QrCode;
import org.dudao.zone.BoardFacts;
import org.dudao.zone.Boards;
import org.dudao.zone.Matter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The board (标牌) at a school's gate on paper, and the public page its QR code leads to. */
@ApplicationScoped
public class BoardPapers {
    private static final int MOST_RESULTS = 10;
    private static final int COUNTY_DIGITS = 6;

    /** Paper of a board. */
    @Schema(name = "BoardSize")
    public enum Size {
        A4,
        A3
    }

    /** What one board says. */
    public record Board(
            String school,
            String office,
            String name,
            String kind,
            String phone,
            String line,
            String photo,
            List<Matter> matters,
            String qr) {}

    /** What is printed. */
    public record Sheet(Size size, String letter, List<Board> boards) {}

    /** Who answers for a school today, as everybody may know; the inspector's own number is not told here. */
    @Schema(name = "PublicInspector")
    public record Responsible(String name, String kind, LocalDate since, boolean photo) {}

    /**
     * A school's public page.
     *
     * @param phone the office's line; null while it has not said one
     * @param responsible null while nobody answers for the school
     * @param results what was published of the school, newest first
     */
    @Schema(name = "PublicSchool")
    public record School(
            String name,
            String office,
            String phone,
            Responsible responsible,
            List<Matter> matters,
            List<PublishedDocuments.Result> results) {}

    @Inject
    Boards boards;

    @Inject
    Offices offices;

    @Inject
    PublishedDocuments published;

    @Inject
    InspectorPhotos photos;

    @Inject
    PagePrinter printer;

    @Inject
    Audit audit;

    /**
     * Makes the board of a school.
     *
     * @throws Problem 404 outside the caller's scope, 409 while nobody answers for the school
     */
    @Transactional
    public byte[] ofSchool(UUID school, Size size, Account by) {
        BoardFacts facts = boards.school(school, by).orElseThrow(() -> Problem.notFound("publication.board.school"));
        if (facts.inspectorId() == null) {
            throw Problem.conflict("publication.board.nobody", facts.schoolName());
        }
        audit.record("board.printed", "school", school, facts.regionCode(), Map.of("paper", size));
        return print(List.of(facts), size);
    }

    /**
     * Where the QR code of a school's board leads, for the school's own web page.
     *
     * @throws Problem 404 outside the caller's scope, 409 before the board was made
     */
    @Transactional
    public String address(UUID school, Account by) {
        BoardFacts facts = boards.school(school, by).orElseThrow(() -> Problem.notFound("publication.board.school"));
        return boards.address(school)
                .orElseThrow(() -> Problem.conflict("publication.board.notMade", facts.schoolName()));
    }

    /**
     * Makes the boards of a zone: one page for each of its schools that somebody answers for.
     *
     * @throws Problem 409 when there is none, in the caller's scope
     */
    @Transactional
    public byte[] ofZone(UUID zone, Size size, Account by) {
        List<BoardFacts> facts = boards.zone(zone, by);
        if (facts.isEmpty()) {
            throw Problem.conflict("publication.board.zone");
        }
        audit.record(
                "board.printed",
                "zone",
                zone,
                county(facts.get(0).regionCode()),
                Map.of("paper", size, "schools", facts.size()));
        return print(facts, size);
    }

    /** What a code at a gate leads to; empty for a code that was never made and for a closed school. */
    @Transactional
    public Optional<School> page(String code) {
        return boards.ofCode(code).map(facts -> {
            Responsible responsible = facts.inspectorId() == null
                    ? null
                    : new Responsible(
                            facts.name(),
                            facts.kind(),
                            facts.since(),
                            photos.of(facts.inspectorId(), facts.photo()).isPresent());
            return new School(
                    facts.schoolName(),
                    offices.of(county(facts.regionCode())).name(),
                    boards.officePhone(facts.regionCode()).orElse(null),
                    responsible,
                    boards.matters(),
                    published.of(facts.schoolId(), MOST_RESULTS));
        });
    }

    /** The portrait of who answers for the school today. */
    @Transactional
    public Optional<byte[]> photo(String code) {
        return boards.ofCode(code)
                .filter(f -> f.inspectorId() != null)
                .flatMap(f -> photos.of(f.inspectorId(), f.photo()));
    }

    private byte[] print(List<BoardFacts> facts, Size size) {
        List<Matter> matters = boards.matters();
        List<Board> all = facts.stream()
                .map(f -> new Board(
                        f.schoolName(),
                        offices.of(county(f.regionCode())).name(),
                        f.name(),
                        Messages.text(Messages.CHINESE, "zone.kind." + f.kind()),
                        f.phone(),
                        boards.officePhone(f.regionCode()).orElse(null),
                        photos.address(f.inspectorId(), f.photo()),
                        matters,
                        QrCode.address(boards.made(f.schoolId()))))
                .toList();
        String text = all.stream()
                        .map(b -> b.school() + b.office() + b.name() + b.kind())
                        .collect(Collectors.joining())
                + matters.stream().map(Matter::name).collect(Collectors.joining());
        // letters of A4; a page of A3 is larger by the square root of two in each direction
        return printer.print(
                "publication/board.html", new Sheet(size, size == Size.A3 ? "14.14pt" : "10pt", all), text);
    }

    private static String county(String region) {
        return region.substring(0, Math.min(COUNTY_DIGITS, region.length()));
    }
}
