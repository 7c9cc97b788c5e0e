package org.dudao.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What other modules may ask about regions. Callers have checked the caller's scope. */
@ApplicationScoped
public class Regions {
    @Inject
    Jdbi jdbi;

    @Transactional
    public Optional<RegionName> find(String code) {
        return jdbi.withHandle(h -> h.createQuery("select code, name, name_en from registry.region where code = :code")
                .bind("code", code)
                .map(ConstructorMapper.of(RegionName.class))
                .findOne());
    }

    /** The counties whose code begins with a prefix, by code. */
    @Transactional
    public List<RegionName> counties(String prefix) {
        return jdbi.withHandle(h -> h.createQuery("select code, name, name_en from registry.region"
                        + " where length(code) = 6 and code like :prefix || '%' order by code")
                .bind("prefix", prefix)
                .map(ConstructorMapper.of(RegionName.class))
                .list());
    }
}
