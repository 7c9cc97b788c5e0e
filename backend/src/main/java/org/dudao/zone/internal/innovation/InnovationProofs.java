package org.dudao.zone.internal.innovation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.audit.SubjectTitles;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** Self-checks as what files prove, and what the trail calls them. */
@ApplicationScoped
class InnovationProofs implements ProofSubject, SubjectTitles {
    static final String TYPE = "innovationCheck";
    private static final String TITLE =
            "select k.id, r.name || k.year || '年创新县自查' as title, k.year, k.region_code, k.edition"
                    + " from zone.innovation_check k join registry.region r on r.code = k.region_code where k.id = any(:ids)";

    @Inject
    Jdbi jdbi;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = InnovationStore.scope(by);
        return new Visible("select k.id::text from zone.innovation_check k" + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(Collection<String> ids) {
        Map<String, Label> labels = new LinkedHashMap<>();
        jdbi.useHandle(h -> h.createQuery(TITLE.replace(":ids", "cast(:ids as uuid[])"))
                .bindArray("ids", String.class, ids)
                .map((r, c) -> labels.put(
                        r.getString("id"),
                        new Label(
                                r.getString("title"),
                                "/innovation?of=" + r.getInt("year") + "&region=" + r.getString("region_code")
                                        + "&edition=" + r.getInt("edition"))))
                .list());
        return labels;
    }

    @Override
    public Map<String, Finder> finders() {
        return Map.of(TYPE, SubjectTitles.byUuid("select id, title from (" + TITLE + ") x"));
    }
}
