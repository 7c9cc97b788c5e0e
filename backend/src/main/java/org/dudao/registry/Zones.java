package org.dudao.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.internal.AccountService;
import org.dudao.registry.internal.SchoolService;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * Responsibility zones as other modules see and change them (ADR 0051): which zone a school is in, and which zone an
 * inspector's account sees, are the registry's facts; who answers for what in a zone is module zone's.
 */
@ApplicationScoped
public class Zones {
    @Inject
    Jdbi jdbi;

    @Inject
    SchoolService schools;

    @Inject
    AccountService accounts;

    /** A zone inside the scope; empty outside it, as if it did not exist. */
    @Transactional
    public Optional<ZoneName> find(UUID id, Scope scope) {
        Where where = new Where()
                .and("z.id = :id", "id", id)
                .and("z.region_code like :scope || '%'", "scope", scope.regionPrefix())
                .andIf("z.id = :zone", "zone", scope.zoneId());
        return jdbi.withHandle(
                h -> h.createQuery("select z.id, z.region_code, z.name from registry.zone z" + where.sql())
                        .bindMap(where.bindings())
                        .map(ConstructorMapper.of(ZoneName.class))
                        .findOne());
    }

    /**
     * Puts a school into a zone as of now, with its history and the audit; {@link SchoolZoneChanged} is sent. Guarded by
     * the caller's own version.
     *
     * @throws org.dudao.kernel.error.Problem 404 for a school outside the caller's scope, 422 for a zone of another region
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveSchool(UUID school, UUID zone) {
        schools.moveToZone(school, zone);
    }

    /** Lets an inspector's account see another zone, at once and with the audit. Nothing for any other account. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moveAccount(String subject, UUID zone) {
        accounts.moveToZone(subject, zone);
    }
}
