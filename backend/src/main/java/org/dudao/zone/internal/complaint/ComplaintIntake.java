package org.dudao.zone.internal.complaint;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.rectification.Rectification;
import org.dudao.zone.BoardFacts;
import org.dudao.zone.Boards;
import org.dudao.zone.internal.complaint.Complaint.State;
import org.dudao.zone.internal.complaint.ComplaintStore.Known;
import org.dudao.zone.internal.complaint.ComplaintStore.Sender;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Takes complaints from anybody and tells whoever holds the query code what became of them. */
@ApplicationScoped
public class ComplaintIntake {
    private static final int MOST_PICTURES = 3;
    private static final int COUNTY_DIGITS = 6;
    private static final int UUID_BYTES = 16;
    private static final Duration PICTURES_WITHIN = Duration.ofHours(2);

    /**
     * A complaint as it was sent.
     *
     * @param key made by the sender's browser at random; the idempotency key
     * @param school code of the school's public page
     * @param name null for none, as contact
     */
    public record Sent(UUID key, String school, int matter, String text, String name, String contact) {}

    /**
     * What the sender is told, once.
     *
     * @param code to look the complaint up by (查询码)
     */
    @Schema(name = "ComplaintReceipt")
    public record Receipt(String code, LocalDate receivedOn, LocalDate answerBy) {}

    /** What whoever holds the query code may know; nothing of who sent it or who works on it. */
    @Schema(name = "ComplaintProgress")
    public record Progress(
            String schoolName,
            State state,
            LocalDate receivedOn,
            LocalDate verifyBy,
            LocalDate answerBy,
            boolean overdue,
            String passedTo,
            String answer,
            String rejectedFor,
            LocalDate closedOn) {}

    @Inject
    ComplaintStore store;

    @Inject
    ComplaintTellings tellings;

    @Inject
    Boards boards;

    @Inject
    Rectification rectification;

    @Inject
    Parameters parameters;

    @Inject
    Evidence evidence;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Inject
    Jdbi jdbi;

    @ConfigProperty(name = "dudao.complaint.picture-limit")
    MemorySize pictureLimit;

    /**
     * Takes a complaint; the same key with the same content is the same complaint and gives the same code again.
     *
     * @throws Problem 404 for a school no code leads to, 409 for a key used for something else, 422 for a matter there is not
     */
    @Transactional
    public Receipt receive(Sent sent) {
        // a key a browser did not draw at random could be guessed, and with it the query code
        if (sent.key().version() != 4) {
            throw Problem.unprocessable("zone.complaint.key", "key");
        }
        BoardFacts school = boards.ofCode(sent.school()).orElseThrow(() -> Problem.notFound("zone.complaint.school"));
        if (boards.matters().stream().noneMatch(m -> m.no() == sent.matter())) {
            throw Problem.unprocessable("zone.complaint.matter", "matter");
        }
        String code = Codes.of(sent.key());
        LocalDate today = LocalDate.now(clock);
        Complaint complaint = new Complaint(
                Ids.newId(),
                school.schoolId(),
                school.regionCode(),
                sent.matter(),
                sent.text(),
                State.RECEIVED,
                today,
                deadline(school, today, ParameterCodes.COMPLAINT_VERIFY_DAYS),
                deadline(school, today, ParameterCodes.COMPLAINT_ANSWER_DAYS),
                null,
                null,
                null,
                null,
                0);
        String checksum = Documents.checksum(sent);
        boolean first = store.insert(
                complaint,
                Codes.keyHash(sent.key()),
                Codes.codeHash(code),
                checksum,
                new Sender(sent.name(), sent.contact()),
                clock.instant());
        if (!first) {
            return again(sent, checksum, code);
        }
        store.step(complaint.id(), State.RECEIVED.name(), null, null, clock.instant());
        audit.record(
                "complaint.received",
                "complaint",
                complaint.id(),
                complaint.regionCode(),
                Map.of("school", school.schoolName(), "matter", sent.matter()));
        tellings.received(complaint, school.schoolName());
        return new Receipt(code, complaint.receivedOn(), complaint.answerBy());
    }

    private Receipt again(Sent sent, String checksum, String code) {
        Known known = store.known(Codes.keyHash(sent.key())).orElseThrow();
        if (!known.checksum().equals(checksum)) {
            throw Problem.conflict("zone.complaint.keyTaken");
        }
        Complaint there = store.ofKey(Codes.keyHash(sent.key())).orElseThrow();
        return new Receipt(code, there.receivedOn(), there.answerBy());
    }

    /**
     * Takes a picture for a complaint sent a little before; the same picture twice is one. It is drawn anew: place, device and
     * owner the camera wrote are never stored.
     *
     * @return how many there are now
     * @throws Problem 404 for a key nothing was sent under, 409 when no more are taken, 422 for what is no picture
     */
    public int picture(UUID key, byte[] content) throws IOException {
        Complaint complaint = QuarkusTransaction.joiningExisting().call(() -> requireRecent(key));
        if (content.length > pictureLimit.asLongValue()) {
            throw Problem.unprocessable("zone.complaint.pictureTooLarge", "picture", pictureLimit.asLongValue() >> 20);
        }
        byte[] drawn =
                evidence.redrawn(content).orElseThrow(() -> Problem.unprocessable("zone.complaint.picture", "picture"));
        return QuarkusTransaction.joiningExisting().call(() -> {
            store.lock(complaint.id());
            UUID id = UUID.nameUUIDFromBytes(concat(complaint.id(), drawn));
            List<UUID> there = evidence.proving(ComplaintProofs.TYPE, complaint.id());
            if (there.contains(id)) {
                return there.size();
            }
            if (there.size() >= MOST_PICTURES) {
                throw Problem.conflict("zone.complaint.pictures", MOST_PICTURES);
            }
            evidence.receivePicture(
                    id,
                    "来信图片" + (there.size() + 1) + ".jpg",
                    drawn,
                    ComplaintProofs.TYPE,
                    complaint.id(),
                    sender(complaint));
            return there.size() + 1;
        });
    }

    private Complaint requireRecent(UUID key) {
        Complaint complaint =
                store.ofKey(Codes.keyHash(key)).orElseThrow(() -> Problem.notFound("zone.complaint.unknown"));
        boolean recent =
                store.steps(complaint.id()).get(0).at().isAfter(clock.instant().minus(PICTURES_WITHIN));
        if (complaint.state() != State.RECEIVED || !recent) {
            throw Problem.conflict("zone.complaint.picturesLate");
        }
        return complaint;
    }

    /** What became of a complaint; empty for a code nobody was given. */
    @Transactional
    public Optional<Progress> progress(String code) {
        LocalDate today = LocalDate.now(clock);
        return store.ofCode(Codes.codeHash(code))
                .map(c -> new Progress(
                        schoolName(c.schoolId()),
                        c.state(),
                        c.receivedOn(),
                        c.verifyBy(),
                        c.answerBy(),
                        c.overdue(today),
                        c.passedTo(),
                        c.answer(),
                        c.rejectedFor(),
                        c.closedOn()));
    }

    private String schoolName(UUID school) {
        return jdbi.withHandle(h -> h.createQuery("select name from registry.school where id = :id")
                .bind("id", school)
                .mapTo(String.class)
                .one());
    }

    /** By the county's own number of working days where it set one. */
    private LocalDate deadline(BoardFacts school, LocalDate from, String rule) {
        return rectification.afterWorkingDays(
                from, parameters.value(school.regionCode(), from, rule), school.regionCode());
    }

    /** Nobody: whose file it is where a file must be somebody's. No token has this subject. */
    private static Account sender(Complaint complaint) {
        String county = complaint
                .regionCode()
                .substring(0, Math.min(COUNTY_DIGITS, complaint.regionCode().length()));
        return new Account(null, "~public", "~public", "来信人", "public", Scope.region(county));
    }

    private static byte[] concat(UUID id, byte[] content) {
        return ByteBuffer.allocate(UUID_BYTES + content.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(content)
                .array();
    }
}
