package org.dudao.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;

/** What other modules may ask about single schools. */
@ApplicationScoped
public class Schools {
    @Inject
    Jdbi jdbi;

    /** A school inside the scope; empty outside it, as if it did not exist. */
    @Transactional
    public Optional<SchoolName> find(UUID id, Scope scope) {
        return Optional.ofNullable(find(Set.of(id), scope).get(id));
    }

    /** Schools inside the scope by id; those outside it are left out, as if they did not exist. */
    @Transactional
    public Map<UUID, SchoolName> find(Collection<UUID> ids, Scope scope) {
        Where where = SchoolScope.schools(new Where(), scope, "s").and("s.id = any(:ids)");
        return jdbi.withHandle(
                h -> h.createQuery("select s.id, s.code, s.name, s.region_code from registry.school s" + where.sql())
                        .bindMap(where.bindings())
                        .bindArray("ids", UUID.class, ids)
                        .map((r, c) -> new SchoolName(
                                r.getObject("id", UUID.class),
                                r.getString("code"),
                                r.getString("name"),
                                r.getString("region_code")))
                        .collect(Collectors.toMap(SchoolName::id, Function.identity())));
    }
}
