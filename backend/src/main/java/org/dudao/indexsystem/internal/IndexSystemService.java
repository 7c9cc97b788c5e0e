package org.dudao.indexsystem.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystem.State;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.Score;
import org.dudao.indexsystem.internal.scoring.DocumentCheck;
import org.dudao.indexsystem.internal.scoring.FindingsCheck;
import org.dudao.indexsystem.internal.scoring.Scorer;
import org.dudao.indexsystem.internal.sheet.Reading;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.FactKeys;
import org.dudao.registry.Stage;

/** Index systems: read, copy, edit as draft, publish, retire. What is published never changes. */
@ApplicationScoped
public class IndexSystemService {
    /** The region's own last, of that the newest version. */
    private static final Comparator<IndexSystem> NEARER = Comparator.<IndexSystem>comparingInt(
                    s -> s.regionCode() == null ? 0 : s.regionCode().length())
            .thenComparingInt(s -> s.document().version());

    private static final Set<String> EDITORS = Set.of(Roles.DIRECTOR, Roles.OFFICER);

    @Inject
    IndexSystemStore store;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Audit audit;

    @Transactional
    public List<IndexSystem> list(Account by) {
        return store.visible(by.scope(), seesDrafts(by));
    }

    @Transactional
    public IndexSystem get(UUID id, Account by) {
        return store.find(id, by.scope(), seesDrafts(by))
                .orElseThrow(() -> Problem.notFound("indexsystem.system.notFound", id));
    }

    @Transactional
    public Optional<IndexSystem> find(UUID id) {
        return store.find(id);
    }

    @Transactional
    public IndexSystem version(UUID id) {
        return store.find(id).orElseThrow(() -> Problem.notFound("indexsystem.system.notFound", id));
    }

    /** The nearest region's own comes before one of a region above, and that before the shipped one. */
    @Transactional
    public Optional<IndexSystem> current(String code, Scope scope) {
        return inForce(scope).stream()
                .filter(s -> s.document().code().equals(code))
                .findFirst();
    }

    /** Of every code the version to work with, in the order of the codes. */
    @Transactional
    public List<IndexSystem> inForce(Scope scope) {
        Map<String, IndexSystem> nearest = store.visible(scope, false).stream()
                .filter(s -> s.state() == State.PUBLISHED)
                .filter(s -> s.regionCode() == null || scope.regionPrefix().startsWith(s.regionCode()))
                .collect(
                        Collectors.toMap(s -> s.document().code(), s -> s, BinaryOperator.maxBy(NEARER), TreeMap::new));
        return List.copyOf(nearest.values());
    }

    /** A draft made from any version the caller sees; the same code as one of their own makes its next version. */
    @Transactional
    public IndexSystem copy(UUID id, String code, String nameZh, String nameEn, Account by) {
        IndexSystem source = get(id, by);
        return draft(Revisions.named(source.document(), nameZh, nameEn), code, id, "indexSystem.copied", by);
    }

    /** A draft from a document of one's own: written on screen or received as a file. */
    @Transactional
    public IndexSystem create(IndexSystemDocument document, Account by) {
        check(document);
        return draft(document, document.code(), null, "indexSystem.created", by);
    }

    private IndexSystem draft(IndexSystemDocument from, String code, UUID basedOn, String action, Account by) {
        String region = by.scope().regionPrefix();
        List<IndexSystem> versions = store.versions(region, code);
        if (!versions.isEmpty() && versions.get(0).state() == State.DRAFT) {
            throw Problem.conflict("indexsystem.system.draftExists", code);
        }
        int version = versions.isEmpty() ? 1 : versions.get(0).document().version() + 1;
        IndexSystemDocument draft = Revisions.identified(from, code, version);
        UUID draftId = Ids.newId();
        store.insertDraft(draftId, draft, region, basedOn, by.displayName());
        record(by, action, draftId, draft, Map.of());
        return get(draftId, by);
    }

    /** Replaces what a draft says; code and version stay. */
    @Transactional
    public IndexSystem edit(UUID id, IndexSystemDocument changed, String ifMatch, Account by) {
        IndexSystem draft = ownDraft(id, ifMatch, by);
        IndexSystemDocument is = Revisions.identified(
                changed, draft.document().code(), draft.document().version());
        check(is);
        requireChanged(store.update(id, is, draft.lockVersion()));
        record(
                by,
                "indexSystem.edited",
                id,
                is,
                Map.of("changes", Revisions.diff(draft.document(), is).size()));
        return get(id, by);
    }

    /** Replaces the tree of a draft by the one of a workbook; what the workbook has no column for stays. */
    @Transactional
    public IndexSystem editBySheet(UUID id, Path file, String ifMatch, Account by) throws IOException {
        IndexSystem draft = ownDraft(id, ifMatch, by);
        return edit(
                id,
                Revisions.with(
                        draft.document(), Reading.tree(file, draft.document().nodes())),
                ifMatch,
                by);
    }

    @Transactional
    public IndexSystem publish(UUID id, String ifMatch, Account by) {
        IndexSystem draft = ownDraft(id, ifMatch, by);
        check(draft.document());
        requireChanged(store.publish(id, Documents.checksum(draft.document()), by.displayName(), draft.lockVersion()));
        record(by, "indexSystem.published", id, draft.document(), Map.of());
        return get(id, by);
    }

    /** Takes a published version out of use; what was scored under it stays and can be scored again. */
    @Transactional
    public IndexSystem retire(UUID id, String ifMatch, Account by) {
        IndexSystem system = own(id, by);
        if (system.state() != State.PUBLISHED) {
            throw Problem.conflict("indexsystem.system.notPublished");
        }
        ETags.requireMatch(ifMatch, system.lockVersion());
        requireChanged(store.retire(id, by.displayName(), system.lockVersion()));
        record(by, "indexSystem.retired", id, system.document(), Map.of());
        return get(id, by);
    }

    @Transactional
    public void delete(UUID id, String ifMatch, Account by) {
        IndexSystem draft = ownDraft(id, ifMatch, by);
        requireChanged(store.delete(id, draft.lockVersion()));
        record(by, "indexSystem.draftDeleted", id, draft.document(), Map.of());
    }

    /** What changed since the version it was made from, or against any other the caller sees. */
    @Transactional
    public List<Revisions.Change> diff(UUID id, UUID against, Account by) {
        IndexSystem system = get(id, by);
        UUID other = against == null ? system.basedOn() : against;
        return other == null ? List.of() : Revisions.diff(get(other, by).document(), system.document());
    }

    /** @throws Problem 422 naming every answer that does not fit its item */
    @Transactional
    public Score score(IndexSystem system, Findings findings) {
        List<FieldError> errors = FindingsCheck.of(system.document(), findings);
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
        return Scorer.score(system.document(), findings);
    }

    private IndexSystem own(UUID id, Account by) {
        IndexSystem system = get(id, by);
        if (!by.scope().coversRegion(system.regionCode())) {
            throw Problem.conflict(
                    "indexsystem.system.notOwn", system.document().code());
        }
        return system;
    }

    private IndexSystem ownDraft(UUID id, String ifMatch, Account by) {
        IndexSystem system = own(id, by);
        if (system.state() != State.DRAFT) {
            throw Problem.conflict(
                    "indexsystem.system.published",
                    system.document().nameZh(),
                    system.document().version());
        }
        ETags.requireMatch(ifMatch, system.lockVersion());
        return system;
    }

    private void check(IndexSystemDocument document) {
        List<FieldError> errors = DocumentCheck.of(document, factKeys());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private Set<String> factKeys() {
        Set<String> keys = new HashSet<>();
        for (Fact fact : catalogue.all()) {
            if (fact.level() == Fact.Level.SCHOOL) {
                keys.add(fact.code());
            } else {
                List.of(Stage.values()).forEach(s -> keys.add(FactKeys.of(s, fact.code())));
            }
        }
        return keys;
    }

    private static boolean seesDrafts(Account by) {
        return EDITORS.contains(by.role());
    }

    private static void requireChanged(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", new ArrayList<>());
        }
    }

    private void record(Account by, String action, UUID id, IndexSystemDocument document, Map<String, ?> detail) {
        Map<String, Object> all = new java.util.TreeMap<>(detail);
        all.put("code", document.code());
        all.put("version", document.version());
        audit.record(action, "indexSystem", id, by.scope().regionPrefix(), all);
    }
}
