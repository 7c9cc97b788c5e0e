package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;
import org.dudao.publication.internal.docx.Kind;

/** What the trail calls documents, templates and issuing offices. */
@ApplicationScoped
class PublicationTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "document",
                        SubjectTitles.byUuid("select id, concat_ws(' ', number, title) from publication.document"
                                + " where id = any(:ids)"),
                "office", SubjectTitles.byCode("select code, name from registry.region where code = any(:ids)"),
                "template", (h, ids) -> kinds(ids));
    }

    private static Map<String, String> kinds(Collection<String> codes) {
        Map<String, String> names = new HashMap<>();
        codes.forEach(code -> Kind.find(code).ifPresent(kind -> names.put(code, kind.name())));
        return names;
    }
}
