package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls regions, zones, schools, accounts, facts and imports. */
@ApplicationScoped
class RegistryTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "school", SubjectTitles.byUuid("select id, name from registry.school where id = any(:ids)"),
                "zone", SubjectTitles.byUuid("select id, name from registry.zone where id = any(:ids)"),
                "region", SubjectTitles.byCode("select code, name from registry.region where code = any(:ids)"),
                "account",
                        SubjectTitles.byUuid(
                                "select a.id, p.name || '（' || a.username || '）' from registry.account a join registry.person p on p.id = a.person_id where a.id = any(:ids)"),
                "fact", SubjectTitles.byCode("select code, name_zh from registry.fact where code = any(:ids)"),
                "import", SubjectTitles.byUuid("select id, file_name from registry.import where id = any(:ids)"));
    }
}
