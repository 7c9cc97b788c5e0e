package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.RegionLevel;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Keeps regions and responsibility zones. */
@ApplicationScoped
public class RegionService {
    /** A region with what hangs on it; {@code schools} counts the open ones below it. */
    public record RegionRow(
            String code,
            String name,
            String nameEn,
            RegionLevel level,
            String parentCode,
            long schools,
            long version) {}

    /** A responsibility zone; {@code schools} counts its open schools. */
    @Schema(name = "RegionZone")
    public record ZoneRow(UUID id, String regionCode, String name, long schools, long version) {}

    @Inject
    RegionRepository regions;

    @Inject
    EntityManager entities;

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    CurrentUser user;

    /** Regions of the caller's scope: the children of one, or all of a level, or all. */
    @Transactional
    public List<RegionRow> list(Scope scope, String parent, RegionLevel level) {
        Where where = new Where()
                .and("r.code like :scope || '%'", "scope", scope.regionPrefix())
                .andIf("r.parent_code = :parent", "parent", parent)
                .andIf("length(r.code) = :digits", "digits", level == null ? null : level.digits());
        return jdbi.withHandle(h -> h.createQuery("select r.code, r.name, r.name_en, r.parent_code, r.version,"
                        + " (select count(*) from registry.school s where s.region_code like r.code || '%' and s.state = 'OPEN') as schools"
                        + " from registry.region r" + where.sql() + " order by r.code")
                .bindMap(where.bindings())
                .map((r, c) -> new RegionRow(
                        r.getString("code"),
                        r.getString("name"),
                        r.getString("name_en"),
                        RegionLevel.ofCode(r.getString("code")),
                        r.getString("parent_code"),
                        r.getLong("schools"),
                        r.getLong("version")))
                .list());
    }

    public RegionRow get(Scope scope, String code) {
        return list(scope, null, null).stream()
                .filter(r -> r.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("kernel.region.notFound", code));
    }

    @Transactional
    public void add(String code, String name, String nameEn) {
        RegionLevel level = RegionLevel.ofCode(code);
        if (!user.scope().coversRegion(code) || !user.scope().wholeRegion()) {
            throw Problem.unprocessable("registry.region.outside", "code", code);
        }
        if (regions.findByIdOptional(code).isPresent()) {
            throw Problem.conflict("registry.region.taken", code);
        }
        String parent = level == RegionLevel.PROVINCE
                ? null
                : code.substring(0, RegionLevel.values()[level.ordinal() - 1].digits());
        if (parent != null && regions.findByIdOptional(parent).isEmpty()) {
            throw Problem.unprocessable("registry.region.noParent", "code", parent);
        }
        regions.persistAndFlush(new Region(code, name.strip(), nameEn, parent));
        audit.record("region.added", "region", code, code, Map.of("name", name));
    }

    @Transactional
    public void rename(String code, String ifMatch, String name, String nameEn) {
        Region region = regions.findByIdOptional(code)
                .filter(r -> user.scope().coversRegion(r.code))
                .orElseThrow(() -> Problem.notFound("kernel.region.notFound", code));
        ETags.requireMatch(ifMatch, region.version);
        audit.record("region.renamed", "region", code, code, Map.of("name", new Audit.Change(region.name, name)));
        region.rename(name.strip(), nameEn);
        entities.flush();
    }

    @Transactional
    public List<ZoneRow> zones(Scope scope) {
        Where where = new Where()
                .and("z.region_code like :scope || '%'", "scope", scope.regionPrefix())
                .andIf("z.id = :zone", "zone", scope.zoneId());
        return jdbi.withHandle(h -> h.createQuery("select z.id, z.region_code, z.name, z.version,"
                        + " (select count(*) from registry.school s where s.zone_id = z.id and s.state = 'OPEN') as schools"
                        + " from registry.zone z" + where.sql()
                        + " order by z.region_code, z.name collate \"zh-Hans-CN-x-icu\"")
                .bindMap(where.bindings())
                .map((r, c) -> new ZoneRow(
                        r.getObject("id", UUID.class),
                        r.getString("region_code"),
                        r.getString("name"),
                        r.getLong("schools"),
                        r.getLong("version")))
                .list());
    }

    @Transactional
    public ZoneRow addZone(String regionCode, String name) {
        if (!user.scope().coversRegion(regionCode)
                || regions.findByIdOptional(regionCode).isEmpty()) {
            throw Problem.unprocessable("kernel.region.notFound", "regionCode", regionCode);
        }
        if (zones(user.scope()).stream()
                .anyMatch(z -> z.regionCode().equals(regionCode) && z.name().equals(name.strip()))) {
            throw Problem.conflict("registry.zone.taken", name);
        }
        Zone zone = new Zone(Ids.newId(), regionCode, name.strip());
        entities.persist(zone);
        entities.flush();
        audit.record("zone.added", "zone", zone.id, regionCode, Map.of("name", zone.name));
        return new ZoneRow(zone.id, zone.regionCode, zone.name, 0, zone.version);
    }
}
