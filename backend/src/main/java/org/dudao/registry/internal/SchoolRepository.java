package org.dudao.registry.internal;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Scope;

@ApplicationScoped
class SchoolRepository implements PanacheRepositoryBase<School, UUID> {
    /** Loads inside the scope. */
    Optional<School> findIn(Scope scope, UUID id) {
        return findByIdOptional(id)
                .filter(s -> scope.coversRegion(s.regionCode))
                .filter(s -> scope.zoneId() == null || scope.zoneId().equals(s.zoneId))
                .filter(s -> scope.schoolId() == null || scope.schoolId().equals(s.id));
    }

    School requireIn(Scope scope, UUID id) {
        return findIn(scope, id).orElseThrow(() -> Problem.notFound("registry.school.notFound", id));
    }

    Optional<School> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }
}
