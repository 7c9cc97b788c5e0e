package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** Visits as what files prove: photos of an item, of the visit as a whole. A school does not see them through the visit. */
@ApplicationScoped
class VisitProofs implements ProofSubject {
    static final String TYPE = "visit";
    private static final Set<String> UNITS = Set.of(Roles.SCHOOL, Roles.TOWNSHIP);

    @Inject
    Jdbi jdbi;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = VisitStore.scope(by);
        if (UNITS.contains(by.role())) {
            where.and("false");
        }
        return new Visible("select v.id::text" + VisitStore.FROM + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(Collection<String> ids) {
        Map<String, Label> labels = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select v.id::text as id, s.name, coalesce(v.made_on, v.planned_on)::text as day"
                                + VisitStore.FROM + " where v.id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .map((r, c) -> labels.put(
                        r.getString("id"),
                        new Label(r.getString("name") + " " + r.getString("day"), "/visits/" + r.getString("id"))))
                .list());
        return labels;
    }
}
