package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** Findings as what files prove: who may see a finding may see the photos of it, of its replies and of its checks. */
@ApplicationScoped
class FindingProofs implements ProofSubject {
    static final String TYPE = "finding";
    private static final int SHORT = 40;

    @Inject
    Jdbi jdbi;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = FindingStore.scope(by);
        return new Visible("select f.id::text" + FindingStore.FROM + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(Collection<String> ids) {
        Map<String, Label> labels = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery("select id::text as id, unit_name, description from rectification.finding"
                        + " where id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .map((r, c) -> {
                    String text = r.getString("description");
                    String head = text.length() > SHORT ? text.substring(0, SHORT) + "…" : text;
                    labels.put(
                            r.getString("id"),
                            new Label(
                                    r.getString("unit_name") + "：" + head,
                                    "/rectification/findings/" + r.getString("id")));
                    return null;
                })
                .list());
        return labels;
    }
}
