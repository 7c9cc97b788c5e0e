package org.dudao.zone.internal.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** Complaints as what pictures prove: seen by who sees the complaint. */
@ApplicationScoped
class ComplaintProofs implements ProofSubject {
    static final String TYPE = "complaint";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = ComplaintStore.scope(by, LocalDate.now(clock));
        return new Visible("select c.id::text from zone.complaint c" + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(Collection<String> ids) {
        Map<String, Label> labels = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery("select c.id::text as id, s.name, c.received_on::text as day"
                        + ComplaintStore.FROM + " where c.id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .map((r, c) -> labels.put(
                        r.getString("id"),
                        new Label(r.getString("name") + " " + r.getString("day"), "/complaints/" + r.getString("id"))))
                .list());
        return labels;
    }
}
