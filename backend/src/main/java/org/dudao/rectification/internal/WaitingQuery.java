package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.notify.WaitingSource;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.text.Messages;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** What waits for a person on their desk, by due date: those without one come after those with. */
@ApplicationScoped
public class WaitingQuery implements WaitingSource {
    private static final int MOST = 100;
    private static final Set<String> UNITS = Set.of(Roles.SCHOOL, Roles.TOWNSHIP);

    /** What is to be done. */
    @Schema(name = "RectificationWaitingKind")
    public enum Kind {
        APPROVE_NOTICE,
        /** given back by the director */
        REVISE_NOTICE,
        /** approved, but the unit has not signed for it */
        SERVE_NOTICE,
        RECEIVE_NOTICE,
        RECTIFY,
        CHECK_REPLY,
        CLOSE,
        TAKE_STEP
    }

    /**
     * One thing to do.
     *
     * @param id the notice for the notice kinds, the finding for the others
     * @param text title of the notice, description of the finding, or name of the ladder's step
     * @param textEn the same in English; as typed where a person typed it
     * @param dueOn last day; null when there is none
     * @param overdue past {@code dueOn}
     */
    @Schema(name = "RectificationWaiting")
    public record Waiting(
            Kind kind,
            UUID id,
            String unitName,
            String text,
            String textEn,
            LocalDate since,
            LocalDate dueOn,
            boolean overdue) {}

    @Inject
    Jdbi jdbi;

    @Inject
    NoticeStore notices;

    @Inject
    Escalations escalations;

    @Inject
    FindingService findings;

    @Transactional
    public List<Waiting> of(Account by) {
        List<Waiting> all = new ArrayList<>();
        LocalDate today = findings.today();
        boolean unit = UNITS.contains(by.role());
        switch (by.role()) {
            case Roles.DIRECTOR -> addNotices(all, Notice.State.SUBMITTED, Kind.APPROVE_NOTICE, by);
            case Roles.OFFICER -> {
                addNotices(all, Notice.State.DRAFT, Kind.REVISE_NOTICE, by);
                addNotices(all, Notice.State.APPROVED, Kind.SERVE_NOTICE, by);
            }
            case Roles.SCHOOL, Roles.TOWNSHIP -> addNotices(all, Notice.State.APPROVED, Kind.RECEIVE_NOTICE, by);
            default -> {}
        }
        if (unit) {
            String ownOnly = by.role().equals(Roles.TOWNSHIP) ? " and f.school_id is null" : "";
            addFindings(all, "RECTIFYING", Kind.RECTIFY, by, today, ownOnly);
        } else if (!by.role().equals(Roles.GOVERNMENT) && !by.role().equals(Roles.PROVINCE)) {
            addFindings(all, "REPLIED", Kind.CHECK_REPLY, by, today, "");
            addFindings(
                    all,
                    "ACCEPTED",
                    Kind.CLOSE,
                    by,
                    today,
                    " and f.found_by <> :subject and f.replied_by is distinct from :subject");
            escalations.waiting(by).forEach(e -> {
                Finding f = findings.get(e.findingId(), by);
                all.add(new Waiting(
                        Kind.TAKE_STEP, f.id(), f.unitName(), e.nameZh(), e.nameEn(), e.dueOn(), e.dueOn(), true));
            });
        }
        all.sort(Comparator.comparing(Waiting::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Waiting::since));
        return all.size() > MOST ? List.copyOf(all.subList(0, MOST)) : all;
    }

    @Override
    @Transactional
    public List<Item> waitingFor(Account account) {
        return of(account).stream()
                .map(w -> new Item(
                        Messages.text(Messages.CHINESE, "rectification.waiting." + w.kind(), w.unitName(), w.text()),
                        Messages.text(Locale.ENGLISH, "rectification.waiting." + w.kind(), w.unitName(), w.textEn()),
                        w.dueOn(),
                        w.overdue()))
                .toList();
    }

    private void addNotices(List<Waiting> all, Notice.State state, Kind kind, Account by) {
        for (Notice n : notices.list(by, state)) {
            if (by.role().equals(Roles.TOWNSHIP) && n.schoolId() != null) {
                continue;
            }
            if (kind == Kind.REVISE_NOTICE && n.returnedFor() == null) {
                continue;
            }
            LocalDate since = n.issuedOn() != null
                    ? n.issuedOn()
                    : LocalDate.ofInstant(n.draftedAt(), org.dudao.kernel.time.ClockProducer.CHINA);
            LocalDate due =
                    kind == Kind.SERVE_NOTICE ? n.issuedOn().plusDays(notices.serveWithinDays(n.regionCode())) : null;
            boolean late = due != null && due.isBefore(findings.today());
            all.add(new Waiting(kind, n.id(), n.unitName(), n.title(), n.title(), since, due, late));
        }
    }

    private void addFindings(List<Waiting> all, String state, Kind kind, Account by, LocalDate today, String further) {
        Where where = FindingStore.handled(by).and("f.state = :state", "state", state);
        String sql = "select f.id, f.unit_name, f.description, f.found_on, f.deadline from rectification.finding f"
                + " left join registry.school s on s.id = f.school_id" + where.sql() + further
                + " order by f.deadline nulls last, f.found_on limit " + MOST;
        jdbi.useHandle(h -> {
            var query = h.createQuery(sql).bindMap(where.bindings());
            if (further.contains(":subject")) {
                query.bind("subject", by.subject());
            }
            query.map((r, c) -> {
                        LocalDate deadline = r.getObject("deadline", LocalDate.class);
                        return new Waiting(
                                kind,
                                r.getObject("id", UUID.class),
                                r.getString("unit_name"),
                                r.getString("description"),
                                r.getString("description"),
                                r.getObject("found_on", LocalDate.class),
                                deadline,
                                kind == Kind.RECTIFY && deadline != null && deadline.isBefore(today));
                    })
                    .forEach(all::add);
        });
    }
}
