package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls inspectors, their appraisals and random draws. */
@ApplicationScoped
class ZoneTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "inspector", SubjectTitles.byUuid("select id, name from zone.inspector where id = any(:ids)"),
                "draw", SubjectTitles.byUuid("select id, title from zone.draw where id = any(:ids)"),
                "appraisal",
                        SubjectTitles.byCode("select p.year || '-' || p.inspector_id, i.name || ' ' || p.year"
                                + " from zone.appraisal p join zone.inspector i on i.id = p.inspector_id"
                                + " where p.year || '-' || p.inspector_id = any(:ids)"));
    }
}
