package org.dudao.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** What other modules may ask about single schools. */
@ApplicationScoped
public class Schools {
    @Inject
    Jdbi jdbi;

    /** A school inside the scope; empty outside it, as if it did not exist. */
    @Transactional
    public Optional<SchoolName> find(UUID id, Scope scope) {
        Where where = SchoolScope.schools(new Where(), scope, "s").and("s.id = :id", "id", id);
        return jdbi.withHandle(
                h -> h.createQuery("select s.id, s.code, s.name, s.region_code from registry.school s" + where.sql())
                        .bindMap(where.bindings())
                        .map(ConstructorMapper.of(SchoolName.class))
                        .findOne());
    }
}
