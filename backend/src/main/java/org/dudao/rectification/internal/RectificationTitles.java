package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls findings and notices. */
@ApplicationScoped
class RectificationTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "finding",
                        SubjectTitles.byUuid(
                                "select id, unit_name || '：' || left(description, 40) from rectification.finding where id = any(:ids)"),
                "notice",
                        SubjectTitles.byUuid(
                                "select id, concat_ws(' ', number, title) from rectification.notice where id = any(:ids)"));
    }
}
