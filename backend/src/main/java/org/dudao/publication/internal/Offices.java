package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who issues the documents of a region (发文机关). */
@ApplicationScoped
public class Offices {
    /**
     * @param name as it stands on the head and under the text
     * @param own whether the office said so itself; otherwise it is made from the region's name
     */
    public record Office(String regionCode, String name, boolean own, long version) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Regions regions;

    @Inject
    Audit audit;

    @Transactional
    public Office of(String region) {
        return jdbi.withHandle(h -> h.createQuery(
                                "select region_code, name, true as own, version from publication.office where region_code = :region")
                        .bind("region", region)
                        .map(ConstructorMapper.of(Office.class))
                        .findOne())
                .orElseGet(() -> new Office(
                        region, regions.find(region).map(RegionName::name).orElse("") + "人民政府教育督导室", false, 0));
    }

    /** @throws Problem 428, 412 for a missing or stale version */
    @Transactional
    public Office rename(String name, String ifMatch, Account by) {
        String region = by.scope().regionPrefix();
        Office before = of(region);
        ETags.requireMatch(ifMatch, before.version());
        int rows = jdbi.withHandle(h -> h.createUpdate("insert into publication.office (region_code, name, version)"
                        + " values (:region, :name, 1) on conflict (region_code) do update set name = :name,"
                        + " version = publication.office.version + 1 where publication.office.version = :version")
                .bind("region", region)
                .bind("name", name)
                .bind("version", before.version())
                .execute());
        if (rows == 0) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        audit.record("office.renamed", "office", region, region, Map.of("name", new Audit.Change(before.name(), name)));
        return of(region);
    }
}
