package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.job.Jobs;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.registry.Regions;
import org.dudao.registry.Stage;

/** Roll-ups over the counties of a province or prefecture: asked for here, computed by {@link RollupJob}. */
@ApplicationScoped
public class RollupService {
    private static final int PREFECTURE_DIGITS = 4;
    private static final int EXPORT_PAGE = 500;

    @Inject
    FrameworkService frameworks;

    @Inject
    FrameworkStore frameworkStore;

    @Inject
    RollupStore store;

    @Inject
    Regions regions;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** A roll-up with its counties counted by stage and verdict. */
    public record Counted(Rollup rollup, Map<String, Map<String, Integer>> verdicts) {}

    @Transactional
    public Rollup start(UUID frameworkId, String regionCode, int year, Account by) {
        String region = by.scope().requireRegion(regionCode);
        if (!by.scope().wholeRegion() || regions.find(region).isEmpty()) {
            throw Problem.notFound("kernel.region.notFound", region);
        }
        if (region.length() > PREFECTURE_DIGITS) {
            throw Problem.unprocessable("balance.rollup.county", "regionCode", region);
        }
        StoredFramework framework = frameworks.published(frameworkId, by.scope());
        UUID id = Ids.newId();
        UUID job = jobs.submit(RollupJob.KIND, new RollupJob.Payload(id, framework.id(), region, year), by.subject());
        Rollup rollup = new Rollup(
                id,
                framework.id(),
                framework.document().code(),
                framework.document().version(),
                region,
                year,
                job,
                Rollup.State.RUNNING,
                null,
                0,
                0,
                by.displayName(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                null);
        store.insert(rollup);
        audit.record(
                "balance.rollup",
                "balanceRollup",
                id,
                region,
                Map.of("framework", framework.document().code(), "year", year));
        return rollup;
    }

    @Transactional
    public List<Rollup> list(String region, Integer year, Scope scope) {
        return store.list(scope, scope.requireRegion(region), year);
    }

    @Transactional
    public Counted get(UUID id, Scope scope) {
        return new Counted(find(id, scope), store.verdicts(id));
    }

    /** Every county of a roll-up, both stages, nearest to passing first. */
    @Transactional
    public void forEachCounty(UUID id, Scope scope, Consumer<RollupCounty> consumer) {
        find(id, scope);
        for (Stage stage : Rules.STAGES) {
            PageRequest page = new PageRequest();
            page.size = EXPORT_PAGE;
            Page<RollupCounty> found;
            do {
                found = store.counties(id, stage, null, null, page);
                found.items().forEach(consumer);
                page.page++;
            } while (found.items().size() == EXPORT_PAGE);
        }
    }

    /** The framework a roll-up was computed by. */
    @Transactional
    public FrameworkDocument framework(Rollup rollup) {
        return frameworkStore.find(rollup.frameworkId()).orElseThrow().document();
    }

    private Rollup find(UUID id, Scope scope) {
        return store.find(id, scope).orElseThrow(() -> Problem.notFound("balance.rollup.notFound", id));
    }

    @Transactional
    public Page<RollupCounty> counties(UUID id, Stage stage, String verdict, String q, PageRequest page, Scope scope) {
        find(id, scope);
        return store.counties(id, stage, verdict, q, page);
    }
}
