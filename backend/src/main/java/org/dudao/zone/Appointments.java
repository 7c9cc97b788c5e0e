package org.dudao.zone;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.dudao.zone.internal.gate.PublicCodes;
import org.jdbi.v3.core.Jdbi;

/** Terms of office that were appointed, for the papers that state them. */
@ApplicationScoped
public class Appointments {
    @Inject
    Jdbi jdbi;

    @Inject
    PublicCodes codes;

    @Inject
    Clock clock;

    /** A term inside the office's region; empty outside it and before it was appointed. */
    @Transactional
    public Optional<TermFacts> find(UUID appointment, Account by) {
        return read(new Where()
                .and("a.id = :id", "id", appointment)
                .and("i.region_code like :scope || '%'", "scope", by.scope().regionPrefix()));
    }

    /** The term a printed code belongs to, for anybody. */
    @Transactional
    public Optional<TermFacts> ofCode(String code) {
        return codes.subject(PublicCodes.Kind.APPOINTMENT, code)
                .flatMap(id -> read(new Where().and("a.id = :id", "id", id)));
    }

    /** Where anybody can see whether the term is valid; to be printed. */
    @Transactional
    public String checkAddress(UUID appointment) {
        return codes.address(PublicCodes.Kind.APPOINTMENT, appointment);
    }

    private Optional<TermFacts> read(Where where) {
        LocalDate today = LocalDate.now(clock);
        return jdbi.withHandle(h -> h.createQuery("select a.*, i.region_code, i.name, i.kind, i.photo"
                        + " from zone.appointment a join zone.inspector i on i.id = a.inspector_id"
                        + where.and("a.starts_on is not null").sql())
                .bindMap(where.bindings())
                .map((r, c) -> new TermFacts(
                        r.getObject("id", UUID.class),
                        r.getObject("inspector_id", UUID.class),
                        r.getString("region_code"),
                        r.getString("name"),
                        r.getString("kind"),
                        r.getObject("photo", UUID.class),
                        r.getInt("term_no"),
                        r.getObject("starts_on", LocalDate.class),
                        r.getObject("ends_on", LocalDate.class),
                        TermFacts.standing(
                                r.getString("state").equals("DISMISSED"),
                                r.getObject("starts_on", LocalDate.class),
                                r.getObject("ends_on", LocalDate.class),
                                today)))
                .findOne());
    }
}
