package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.Evidence;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.zone.internal.Appointment.State;

/** Terms of office, step by step with the papers of each: 推荐—审核—批准—公示—聘任, and 解聘. */
@ApplicationScoped
public class AppointmentService {
    /**
     * A step as it is asked for.
     *
     * @param on day of the paper
     * @param until last day of the public notice; for ANNOUNCED only
     * @param startsOn first day in office; for APPOINTED only
     * @param text opinion, number of the paper; grounds where it is refused or dismissed
     */
    public record Asked(
            State kind, LocalDate on, LocalDate until, LocalDate startsOn, String text, List<UUID> papers) {}

    @Inject
    InspectorService inspectors;

    @Inject
    InspectorStore store;

    @Inject
    PartStore parts;

    @Inject
    Evidence evidence;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * Takes a step: RECOMMENDED begins a term, every other goes on with the one under way, DISMISSED ends the one in office.
     *
     * @throws Problem 409 when the term is not where the step begins, 422 when a day or a number breaks a rule
     */
    @Transactional
    public InspectorService.Detail step(UUID id, String ifMatch, Asked asked, Account by) {
        Inspector inspector = inspectors.at(id, ifMatch, by);
        LocalDate today = inspectors.today();
        if (asked.on().isAfter(today)) {
            throw Problem.unprocessable("zone.future", "on", asked.on());
        }
        List<Appointment> all = parts.appointments(id);
        Appointment before = asked.kind() == State.RECOMMENDED ? null : concerned(all, asked.kind());
        if (before != null) {
            requireOrder(id, before, asked.on());
        }
        Appointment after = taken(inspector, all, before, asked);
        InspectorService.require(store.touch(inspector));
        if (before == null) {
            parts.insert(after);
        } else {
            parts.update(after);
        }
        UUID step = Ids.newId();
        parts.add(
                new AppointmentStep(
                        step,
                        after.id(),
                        asked.kind(),
                        asked.on(),
                        asked.text(),
                        asked.papers(),
                        by.displayName(),
                        clock.instant()),
                by);
        evidence.attach(asked.papers(), InspectorProofs.TYPE, id, step.toString(), by, "evidence");
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "state", before == null ? null : before.state(), after.state());
        detail.put("on", asked.on());
        if (asked.text() != null) {
            detail.put("reason", asked.text());
        }
        audit.record("inspector.appointmentStep", "inspector", id, inspector.regionCode(), detail);
        return inspectors.detail(id, by);
    }

    private Appointment taken(Inspector inspector, List<Appointment> all, Appointment before, Asked asked) {
        ZoneRules rules = store.rules(asked.on());
        return switch (asked.kind()) {
            case RECOMMENDED -> {
                if (all.stream().anyMatch(a -> a.state().underWay())) {
                    throw Problem.conflict("zone.appointment.underWay");
                }
                yield Appointment.recommended(Ids.newId(), inspector.id());
            }
            case REVIEWED, APPROVED -> before.passed(asked.kind());
            case ANNOUNCED -> before.announced(asked.on(), asked.until(), rules.announcementDays());
            case APPOINTED -> {
                if (asked.startsOn() == null) {
                    throw Problem.unprocessable("zone.appointment.startMissing", "startsOn");
                }
                yield before.appointed(asked.startsOn(), inspector.kind(), all, rules);
            }
            case REFUSED -> {
                requireGrounds(asked);
                yield before.refused();
            }
            case DISMISSED -> {
                requireGrounds(asked);
                yield before.dismissed(asked.on());
            }
        };
    }

    private Appointment concerned(List<Appointment> all, State kind) {
        return all.stream()
                .filter(a -> kind == State.DISMISSED
                        ? a.state() == State.APPOINTED
                        : a.state().underWay())
                .findFirst()
                .orElseThrow(() -> Problem.conflict("zone.appointment.state", ""));
    }

    private void requireOrder(UUID inspector, Appointment of, LocalDate on) {
        parts.steps(inspector).stream()
                .filter(s -> s.appointmentId().equals(of.id()))
                .map(AppointmentStep::onDate)
                .max(LocalDate::compareTo)
                .filter(on::isBefore)
                .ifPresent(last -> {
                    throw Problem.unprocessable("zone.appointment.order", "on", last);
                });
    }

    private static void requireGrounds(Asked asked) {
        if (asked.text() == null) {
            throw Problem.unprocessable("zone.appointment.grounds", "text");
        }
    }
}
