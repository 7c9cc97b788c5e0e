package org.dudao.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/** The kinds of yearly figures a county reports, in their order of presentation. */
@ApplicationScoped
public class FactCatalogue {
    @Inject
    Jdbi jdbi;

    @Transactional
    public List<Fact> all() {
        return jdbi.withHandle(h -> h.createQuery("select * from registry.fact order by position, code")
                .map((r, c) -> new Fact(
                        r.getString("code"),
                        r.getString("name_zh"),
                        r.getString("name_en"),
                        Fact.Level.valueOf(r.getString("level")),
                        Fact.Type.valueOf(r.getString("type")),
                        r.getString("unit_zh"),
                        r.getString("unit_en"),
                        r.getBigDecimal("minimum"),
                        r.getBigDecimal("maximum"),
                        r.getBigDecimal("max_jump"),
                        r.getString("not_more_than"),
                        List.of((String[]) r.getArray("aliases").getArray())))
                .list());
    }
}
