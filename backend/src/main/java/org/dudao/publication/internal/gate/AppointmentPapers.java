package org.dudao.publication.internal.gate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.Messages;
import org.dudao.publication.internal.Issuing;
import org.dudao.publication.internal.Offices;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.Numerals;
import org.dudao.publication.internal.render.PagePrinter;
import org.dudao.publication.internal.render.QrCode;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.zone.Appointments;
import org.dudao.zone.TermFacts;
import org.dudao.zone.TermFacts.Standing;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The letter (聘书) and the card (督学证) of a term of office, and what anybody may see of it by the code printed on both. */
@ApplicationScoped
public class AppointmentPapers {
    static final String LETTER = "APPOINTMENT_LETTER";

    /**
     * What the public page of a term says; nothing else of the person is told.
     *
     * @param office who appointed
     * @param kind how the person is an inspector, e.g. {@code RESPONSIBLE}
     * @param photo whether there is one
     * @param on the day it says this for
     */
    @Schema(name = "AppointmentCheck")
    public record Check(
            Standing standing,
            String name,
            String kind,
            String office,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean photo,
            LocalDate on) {}

    /** What the card says. */
    public record Card(
            String office,
            String name,
            String kind,
            String number,
            String from,
            String until,
            String photo,
            String qr,
            String site) {}

    @Inject
    Appointments appointments;

    @Inject
    Issuing issuing;

    @Inject
    Offices offices;

    @Inject
    Regions regions;

    @Inject
    InspectorPhotos photos;

    @Inject
    PagePrinter printer;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Issues the letter: it takes a number and goes into the register; the second time it is the one that is there.
     *
     * @return id of the document
     * @throws Problem 404 outside the office's region or before the appointment, 409 for a term that is over
     */
    @Transactional
    public UUID issueLetter(UUID appointment, Account by) {
        return issueLetter(appointment, by, LocalDate.now(clock));
    }

    /** As {@link #issueLetter(UUID, Account)}, for a letter of an earlier day. */
    @Transactional
    public UUID issueLetter(UUID appointment, Account by, LocalDate on) {
        TermFacts term = current(appointment, by);
        Optional<UUID> known = issuing.find(LETTER, appointment);
        if (known.isPresent()) {
            return known.get();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("地区", regions.find(term.regionCode()).map(RegionName::name).orElse(""));
        fields.put("类别", kind(term));
        fields.put("聘期开始", Numerals.day(term.startsOn()));
        fields.put("聘期结束", Numerals.day(term.endsOn()));
        fields.put("届次", "" + term.number());
        fields.put("核验码", appointments.checkAddress(appointment));
        return issuing.issue(
                Kind.of(LETTER), term.regionCode(), term.name(), "聘书", term.name() + "同志", on, appointment, fields, by);
    }

    /**
     * The card as PDF: both sides at their real size on a page of A4, with marks to cut along.
     *
     * @throws Problem as {@link #issueLetter}; 422 when the name holds a character no typeface has
     */
    @Transactional
    public byte[] card(UUID appointment, Account by) {
        TermFacts term = current(appointment, by);
        String address = appointments.checkAddress(appointment);
        String number = issuing.number(LETTER, appointment);
        Card card = new Card(
                offices.of(term.regionCode()).name(),
                term.name(),
                kind(term),
                number,
                Numerals.day(term.startsOn()),
                Numerals.day(term.endsOn()),
                photos.address(term.inspectorId(), term.photo()),
                QrCode.address(address),
                address.replaceFirst("^https?://", "").replaceFirst("/.*", ""));
        audit.record(
                "inspector.cardPrinted",
                "inspector",
                term.inspectorId(),
                term.regionCode(),
                Map.of("from", term.startsOn(), "until", term.endsOn()));
        return printer.print("publication/card.html", card, card.office() + card.name() + card.kind() + number);
    }

    /** What the QR codes of a term say. */
    @Transactional
    public String checkAddress(UUID appointment, Account by) {
        return appointments.checkAddress(current(appointment, by).id());
    }

    /** What a printed code says today; empty for a code that was never made. */
    @Transactional
    public Optional<Check> check(String code) {
        return appointments
                .ofCode(code)
                .map(term -> new Check(
                        term.standing(),
                        term.name(),
                        term.kind(),
                        offices.of(term.regionCode()).name(),
                        term.startsOn(),
                        term.endsOn(),
                        photos.of(term.inspectorId(), term.photo()).isPresent(),
                        LocalDate.now(clock)));
    }

    /** The portrait of whose code it is. */
    @Transactional
    public Optional<byte[]> photo(String code) {
        return appointments.ofCode(code).flatMap(term -> photos.of(term.inspectorId(), term.photo()));
    }

    private TermFacts current(UUID appointment, Account by) {
        TermFacts term = appointments
                .find(appointment, by)
                .orElseThrow(() -> Problem.notFound("publication.appointment.notFound", appointment));
        if (term.standing() == Standing.DISMISSED || term.standing() == Standing.ENDED) {
            throw Problem.conflict("publication.appointment.over", term.endsOn());
        }
        return term;
    }

    private static String kind(TermFacts term) {
        return Messages.text(Messages.CHINESE, "zone.kind." + term.kind());
    }
}
