package org.dudao.indexsystem.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls index systems. */
@ApplicationScoped
class IndexSystemTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "indexSystem",
                SubjectTitles.byUuid(
                        "select id, coalesce(document ->> 'nameZh', code) || ' v' || version from indexsystem.system where id = any(:ids)"));
    }
}
