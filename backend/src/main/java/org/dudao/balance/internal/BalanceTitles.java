package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.dudao.kernel.audit.SubjectTitles;

/** What the trail calls frameworks, runs, plans and roll-ups. */
@ApplicationScoped
class BalanceTitles implements SubjectTitles {
    @Override
    public Map<String, Finder> finders() {
        return Map.of(
                "framework",
                        SubjectTitles.byUuid(
                                "select id, code || ' v' || version from balance.framework where id = any(:ids)"),
                "balanceRun",
                        SubjectTitles.byUuid(
                                "select id, region_name || ' ' || year from balance.run where id = any(:ids)"),
                "balancePlan", SubjectTitles.byUuid("select id, name from balance.plan where id = any(:ids)"),
                "balanceRollup",
                        SubjectTitles.byUuid(
                                "select u.id, r.name || ' ' || u.year from balance.rollup u join registry.region r on r.code = u.region_code where u.id = any(:ids)"),
                "costSheet", SubjectTitles.byCode("select code, name from registry.region where code = any(:ids)"));
    }
}
