package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls files, archive catalogues and what units are asked for. */
@ApplicationScoped
class EvidenceTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "file", SubjectTitles.byUuid("select id, name from evidence.file where id = any(:ids)"),
                "catalogue",
                        SubjectTitles.byUuid(
                                "select id, year || '年' || (document ->> 'nameZh') from evidence.catalogue where id = any(:ids)"),
                "ask",
                        SubjectTitles.byUuid(
                                "select id, unit_name || '：' || item from evidence.ask where id = any(:ids)"));
    }
}
