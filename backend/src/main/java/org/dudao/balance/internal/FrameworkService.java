package org.dudao.balance.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.FrameworkDocument.Parameter;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.web.ETags;
import org.dudao.registry.FactCatalogue;

/** Frameworks: read, copy, edit as draft, publish. Published versions never change. */
@ApplicationScoped
public class FrameworkService {
    @Inject
    FrameworkStore store;

    @Inject
    FactCatalogue catalogue;

    @Inject
    Audit audit;

    /** What the caller may compute with or edit; national ones first, newest version first. Null scope: national only. */
    @Transactional
    public List<StoredFramework> list(Scope scope) {
        return scope == null ? store.national() : store.visible(scope);
    }

    @Transactional
    public StoredFramework get(UUID id, Scope scope) {
        return store.find(id, scope).orElseThrow(() -> Problem.notFound("balance.framework.notFound", id));
    }

    /** A published framework to compute with. */
    @Transactional
    public StoredFramework published(UUID id, Scope scope) {
        StoredFramework framework = get(id, scope);
        if (!framework.published()) {
            throw Problem.conflict(
                    "balance.framework.notPublished",
                    framework.document().code(),
                    framework.document().version());
        }
        return framework;
    }

    /** The newest published version of a code the caller may see. */
    @Transactional
    public StoredFramework newest(String code, Scope scope) {
        return list(scope).stream()
                .filter(f -> f.published() && f.document().code().equals(code))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("balance.preview.framework", "framework", code));
    }

    /**
     * A draft made from any version the caller sees. The same code as a framework of the caller's own region makes its next
     * version; any other code must be new.
     */
    @Transactional
    public StoredFramework copy(UUID id, String code, String nameZh, String nameEn, Account by) {
        StoredFramework source = get(id, by.scope());
        List<StoredFramework> versions = store.versions(code);
        int version = 1;
        if (!versions.isEmpty()) {
            StoredFramework newest = versions.get(0);
            if (!by.scope().regionPrefix().equals(newest.regionCode())) {
                throw Problem.conflict("balance.framework.codeTaken", code);
            }
            if (!newest.published()) {
                throw Problem.conflict("balance.framework.draftExists", code);
            }
            version = newest.document().version() + 1;
        }
        FrameworkDocument from = source.document();
        FrameworkDocument draft = new FrameworkDocument(
                code, version, nameZh, nameEn, from.source(), from.decision(), from.indicators(), from.parameters());
        UUID draftId = Ids.newId();
        store.insertDraft(draftId, draft, by.scope().regionPrefix(), id, by.displayName());
        record(by, "framework.copied", draftId, draft, Map.of("from", from.code() + "/" + from.version()));
        return get(draftId, by.scope());
    }

    /** Replaces what a draft says. Code and version stay. */
    @Transactional
    public StoredFramework edit(UUID id, FrameworkDocument changed, String ifMatch, Account by) {
        StoredFramework draft = draft(id, ifMatch, by);
        FrameworkDocument was = draft.document();
        FrameworkDocument is = new FrameworkDocument(
                was.code(),
                was.version(),
                changed.nameZh(),
                changed.nameEn(),
                changed.source(),
                changed.decision(),
                changed.indicators(),
                changed.parameters());
        check(is);
        requireChanged(store.update(id, is, draft.lockVersion()));
        record(by, "framework.edited", id, is, Map.of("parameters", changedParameters(was, is)));
        return get(id, by.scope());
    }

    @Transactional
    public StoredFramework publish(UUID id, String ifMatch, Account by) {
        StoredFramework draft = draft(id, ifMatch, by);
        check(draft.document());
        requireChanged(store.publish(id, by.displayName(), draft.lockVersion()));
        record(by, "framework.published", id, draft.document(), Map.of());
        return get(id, by.scope());
    }

    @Transactional
    public void delete(UUID id, String ifMatch, Account by) {
        StoredFramework draft = draft(id, ifMatch, by);
        requireChanged(store.delete(id, draft.lockVersion()));
        record(by, "framework.draftDeleted", id, draft.document(), Map.of());
    }

    private StoredFramework draft(UUID id, String ifMatch, Account by) {
        StoredFramework framework = get(id, by.scope());
        if (framework.published()) {
            throw Problem.conflict(
                    "balance.framework.published",
                    framework.document().code(),
                    framework.document().version());
        }
        ETags.requireMatch(ifMatch, framework.lockVersion());
        return framework;
    }

    private static void requireChanged(boolean changed) {
        if (!changed) {
            throw new Problem(412, "kernel.stale", List.of());
        }
    }

    private void check(FrameworkDocument document) {
        List<FieldError> errors = FrameworkChecks.of(document, catalogue.all());
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static List<String> changedParameters(FrameworkDocument was, FrameworkDocument is) {
        Map<String, Parameter> before =
                was.parameters().stream().collect(Collectors.toMap(Parameter::code, p -> p, (a, b) -> b));
        return is.parameters().stream()
                .filter(p -> !p.equals(before.get(p.code())))
                .map(Parameter::code)
                .toList();
    }

    private void record(Account by, String action, UUID id, FrameworkDocument document, Map<String, ?> detail) {
        Map<String, Object> all = new java.util.TreeMap<>(detail);
        all.put("code", document.code());
        all.put("version", document.version());
        audit.record(action, "framework", id, by.scope().regionPrefix(), all);
    }
}
