package org.dudao.zone.internal.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.rectification.NewFinding;
import org.dudao.rectification.Rectification;
import org.dudao.rectification.Severity;
import org.dudao.zone.internal.complaint.Complaint.State;
import org.dudao.zone.internal.complaint.Complaint.Step;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Complaints as the office works them: verified, handled or passed on, answered, or rejected as not the office's. */
@ApplicationScoped
public class ComplaintService {
    /**
     * Everything about a complaint but who sent it.
     *
     * @param senderName masked; null for none, as senderContact
     * @param findings raised from it
     * @param next steps that can be taken now
     */
    @Schema(name = "ComplaintDetail")
    public record Detail(
            ComplaintRow row,
            Complaint complaint,
            String senderName,
            String senderContact,
            List<ComplaintStep> steps,
            List<UUID> pictures,
            List<UUID> findings,
            List<Step> next) {}

    /** Who sent it, unmasked; null for what was not left. */
    @Schema(name = "ComplaintSender")
    public record Sender(String name, String contact) {}

    @Inject
    ComplaintStore store;

    @Inject
    Evidence evidence;

    @Inject
    Rectification rectification;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Transactional
    public Page<ComplaintRow> list(ComplaintFilter filter, Account by) {
        return store.page(by, filter, today());
    }

    @Transactional
    public void forEach(ComplaintFilter filter, Account by, Consumer<ComplaintRow> rows) {
        store.forEach(by, filter, today(), rows);
    }

    /** @throws Problem 404 outside what the caller may see */
    @Transactional
    public Detail detail(UUID id, Account by) {
        Complaint complaint = require(id, by);
        ComplaintStore.Sender sender = store.sender(id);
        return new Detail(
                store.row(id, by, today()).orElseThrow(),
                complaint,
                Masks.name(sender.name()),
                Masks.contact(sender.contact()),
                store.steps(id),
                evidence.proving(ComplaintProofs.TYPE, id),
                store.findings(id),
                List.of(Step.values()).stream()
                        .filter(s -> s.from(complaint.state()))
                        .toList());
    }

    /** Who sent it; the look is written down. */
    @Transactional
    public Sender sender(UUID id, Account by) {
        Complaint complaint = require(id, by);
        ComplaintStore.Sender sender = store.sender(id);
        record("complaint.senderViewed", complaint, Map.of());
        return new Sender(sender.name(), sender.contact());
    }

    /**
     * Takes a step.
     *
     * @throws Problem 404, 409 when it does not stand there, 412 and 428 for its version, 422 when words are missing
     */
    @Transactional
    public Detail step(UUID id, String ifMatch, Step step, String text, String to, Account by) {
        Complaint before = require(id, by);
        ETags.requireMatch(ifMatch, before.version());
        Complaint after = before.after(step, text, to, today());
        if (!store.update(after)) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        store.step(id, step.name(), text, by, clock.instant());
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "state", before.state(), after.state());
        detail.put("reason", text);
        if (to != null) {
            detail.put("recipients", to);
        }
        record("complaint.stepTaken", after, detail);
        return detail(id, by);
    }

    /**
     * Raises a finding from it; the complaint's own words and pictures stay here, since the school reads the finding.
     *
     * @param finding id made by the caller, its idempotency key
     * @throws Problem 409 before it was verified, 422 where the ledger refuses
     */
    @Transactional
    public Detail raise(UUID id, UUID finding, String description, Severity severity, Account by) {
        Complaint complaint = require(id, by);
        if (complaint.state() == State.RECEIVED || complaint.state() == State.REJECTED) {
            throw Problem.conflict("zone.complaint.state");
        }
        ComplaintRow row = store.row(id, by, today()).orElseThrow();
        rectification.raise(
                new NewFinding(
                        finding,
                        complaint.schoolId(),
                        null,
                        "zone",
                        id.toString(),
                        null,
                        row.matterName(),
                        description,
                        severity,
                        List.of(),
                        List.of(),
                        today()),
                by);
        store.raised(id, finding);
        record("complaint.findingRaised", complaint, Map.of("finding", finding));
        return detail(id, by);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Complaint require(UUID id, Account by) {
        return store.find(id, by, today()).orElseThrow(() -> Problem.notFound("zone.complaint.notFound", id));
    }

    private void record(String action, Complaint complaint, Map<String, ?> detail) {
        audit.record(action, "complaint", complaint.id(), complaint.regionCode(), detail);
    }
}
