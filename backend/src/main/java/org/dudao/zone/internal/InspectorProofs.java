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

/** Inspectors as what files prove: papers of appointments, certificates of training, the photo. */
@ApplicationScoped
class InspectorProofs implements ProofSubject {
    static final String TYPE = "inspector";
    private static final Set<String> READERS =
            Set.of(Roles.DIRECTOR, Roles.OFFICER, Roles.GOVERNMENT, Roles.PROVINCE, Roles.INSPECTOR);

    @Inject
    Jdbi jdbi;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = InspectorStore.scope(by);
        if (!READERS.contains(by.role())) {
            where.and("false");
        }
        return new Visible("select i.id::text from zone.inspector i" + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(Collection<String> ids) {
        Map<String, Label> labels = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(
                        "select id::text as id, name from zone.inspector where id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .map((r, c) -> labels.put(
                        r.getString("id"), new Label(r.getString("name"), "/inspectors/" + r.getString("id"))))
                .list());
        return labels;
    }
}
