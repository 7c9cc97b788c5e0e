package org.dudao.evidence.internal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.FileService;
import org.dudao.evidence.internal.ProofService;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.RegionName;
import org.dudao.registry.Regions;
import org.dudao.registry.SchoolName;
import org.dudao.registry.Schools;

/** Archive catalogues from the day they are opened: filled, asked for, handed out. */
@ApplicationScoped
public class CatalogueService {
    @Inject
    CatalogueStore store;

    @Inject
    ShippedCatalogues shipped;

    @Inject
    ProofService proofs;

    @Inject
    FileService files;

    @Inject
    Schools schools;

    @Inject
    Regions regions;

    @Inject
    AskTellings tellings;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** A catalogue and how far it is. */
    public record Standing(Catalogue catalogue, String regionName, int items, int complete, int openAsks) {}

    /** What is asked of a unit, with what it has sent. */
    public record Asked(Ask ask, Catalogue catalogue, CatalogueDocument.Item item, List<FileRow> sent) {}

    @Transactional
    public List<Standing> list(Account by) {
        return store.list(by).stream().map(this::standing).toList();
    }

    @Transactional
    public Standing standing(Catalogue c) {
        Map<String, Long> counts = store.counts(c.id());
        List<CatalogueDocument.Item> items = c.document().categories().stream()
                .flatMap(k -> k.items().stream())
                .toList();
        int complete = (int) items.stream()
                .filter(i -> counts.getOrDefault(i.code(), 0L) >= i.least())
                .count();
        int open =
                (int) store.asks(c.id()).stream().filter(a -> a.ended() == null).count();
        String name = regions.find(c.regionCode()).map(RegionName::name).orElse(c.regionCode());
        return new Standing(c, name, items.size(), complete, open);
    }

    @Transactional
    public Catalogue get(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("evidence.catalogue.notFound", id));
    }

    @Transactional
    public List<Ask> asks(Catalogue c) {
        return store.asks(c.id());
    }

    /** What lies in each item. */
    @Transactional
    public Map<String, List<FileRow>> contents(Catalogue c) {
        Map<String, List<FileRow>> all = new LinkedHashMap<>();
        c.document().categories().forEach(k -> k.items()
                .forEach(i -> all.put(i.code(), proofs.proving(CatalogueStore.TYPE, c.id(), i.code()))));
        return all;
    }

    @Transactional
    public Catalogue open(String template, String region, int year, Account by) {
        CatalogueDocument document = shipped.find(template)
                .orElseThrow(() -> Problem.unprocessable("evidence.catalogue.template", "template", template));
        String code = by.scope().requireRegion(region);
        Catalogue c = new Catalogue(Ids.newId(), template, code, year, document, clock.instant(), by.displayName(), 0);
        if (!store.insert(c, by.subject())) {
            throw Problem.conflict("evidence.catalogue.open", year, document.nameZh());
        }
        audit.record("catalogue.opened", "catalogue", c.id(), code, Map.of("template", template, "year", year));
        return get(c.id(), by);
    }

    /** Puts files into an item; the office's way. */
    @Transactional
    public Catalogue put(UUID id, String item, List<UUID> given, Account by) {
        Catalogue c = get(id, by);
        requireItem(c, item);
        proofs.attach(given, CatalogueStore.TYPE, id.toString(), item, by, "files");
        return c;
    }

    /** Takes a file out of an item; it stays where else it is used. */
    @Transactional
    public Catalogue takeOut(UUID id, String item, UUID file, String reason, Account by) {
        Catalogue c = get(id, by);
        requireItem(c, item);
        if (!proofs.detach(file, CatalogueStore.TYPE, id.toString(), item, reason, by)) {
            throw Problem.notFound("evidence.file.notFound", file);
        }
        return c;
    }

    /**
     * Asks a unit for a material.
     *
     * @param school the school asked, or null
     * @param region the township asked, or null
     * @param name who is asked, where it is neither
     */
    @Transactional
    public Ask ask(
            UUID id, String item, UUID school, String region, String name, LocalDate dueOn, String note, Account by) {
        Catalogue c = get(id, by);
        requireItem(c, item);
        if (dueOn != null && dueOn.isBefore(LocalDate.now(clock))) {
            throw Problem.unprocessable("evidence.ask.past", "dueOn", dueOn);
        }
        String unit = unitName(c, school, region, name, by);
        Ask ask = new Ask(
                Ids.newId(),
                id,
                item,
                unit,
                school,
                school == null ? region : null,
                note,
                dueOn,
                clock.instant(),
                by.displayName(),
                null,
                null,
                null,
                0);
        if (!store.insert(ask, by.subject())) {
            throw Problem.conflict("evidence.ask.open", unit);
        }
        audit.record("ask.made", "ask", ask.id(), c.regionCode(), Map.of("item", item, "unit", unit));
        tellings.asked(ask, c.document().item(item));
        return ask;
    }

    /** Whether somebody of the unit finds the ask on the desk; otherwise the office must tell it in another way. */
    @Transactional
    public boolean reaches(Ask ask) {
        return !tellings.accountsOf(ask).isEmpty();
    }

    private String unitName(Catalogue c, UUID school, String region, String name, Account by) {
        if (school != null) {
            return schools.find(school, by.scope())
                    .filter(s -> s.regionCode().startsWith(c.regionCode()))
                    .map(SchoolName::name)
                    .orElseThrow(() -> Problem.unprocessable("evidence.ask.unit", "schoolId"));
        }
        if (region != null) {
            return regions.find(region)
                    .filter(r -> r.code().startsWith(c.regionCode())
                            && r.code().length() > c.regionCode().length())
                    .map(RegionName::name)
                    .orElseThrow(() -> Problem.unprocessable("evidence.ask.unit", "regionCode"));
        }
        if (name == null || name.isBlank()) {
            throw Problem.unprocessable("evidence.ask.unit", "unitName");
        }
        return name.strip();
    }

    @Transactional
    public Ask end(UUID id, String ifMatch, Ask.End end, Account by) {
        Ask ask = store.ask(id, by).orElseThrow(() -> Problem.notFound("evidence.ask.notFound", id));
        ETags.requireMatch(ifMatch, ask.version());
        if (ask.ended() != null) {
            throw Problem.conflict("evidence.ask.ended");
        }
        if (!store.end(ask, end, clock.instant(), by.subject())) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        audit.record("ask.ended", "ask", id, null, Map.of("for", end));
        return store.ask(id, by).orElseThrow();
    }

    @Transactional
    public List<Asked> askedOf(Account by, boolean openOnly) {
        return store.askedOf(by, openOnly).stream().map(a -> asked(a, by)).toList();
    }

    private Asked asked(Ask a, Account by) {
        Catalogue c = store.ofAsk(a);
        return new Asked(
                a, c, c.document().item(a.item()), files.some(store.filesBy(c.id(), a.item(), by.subject()), by));
    }

    /** The unit sends what it was asked for. */
    @Transactional
    public Asked answer(UUID id, List<UUID> given, Account by) {
        Ask ask = store.ask(id, by).orElseThrow(() -> Problem.notFound("evidence.ask.notFound", id));
        if (ask.ended() != null) {
            throw Problem.conflict("evidence.ask.ended");
        }
        proofs.attach(given, CatalogueStore.TYPE, ask.catalogueId().toString(), ask.item(), by, "files");
        store.answered(id, clock.instant());
        audit.record("ask.answered", "ask", id, by.scope().regionPrefix(), Map.of("files", given.size()));
        Catalogue c = store.ofAsk(ask);
        tellings.answered(ask, c, c.document().item(ask.item()));
        return asked(store.ask(id, by).orElseThrow(), by);
    }

    private static void requireItem(Catalogue c, String item) {
        if (c.document().item(item) == null) {
            throw Problem.notFound("evidence.catalogue.item", item);
        }
    }
}
