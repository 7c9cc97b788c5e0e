package org.dudao.indexsystem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.dudao.indexsystem.internal.IndexSystemService;
import org.dudao.indexsystem.internal.scoring.FindingsCheck;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.security.Scope;

/** What modules that supervise may ask: which version to work with, and what findings score under it. */
@ApplicationScoped
public class IndexSystems {
    @Inject
    IndexSystemService service;

    /** The newest published version of a code: the region's own before the shipped one. */
    @Transactional
    public Optional<IndexSystem> current(String code, Scope scope) {
        return service.current(code, scope);
    }

    /**
     * An item by its names.
     *
     * @param system code of the system, the same in every version
     */
    public record NamedItem(
            String system, String systemZh, String systemEn, String code, String nameZh, String nameEn) {
        /** What a finding against this item names as the rule; the same in every version of the system. */
        public String ruleCode() {
            return system + "/" + code;
        }
    }

    /** The items of every published system in force for a scope, of each code the version {@link #current} would give. */
    @Transactional
    public List<NamedItem> items(Scope scope) {
        return service.inForce(scope).stream()
                .map(IndexSystem::document)
                .flatMap(d -> d.nodes().stream()
                        .flatMap(IndexSystems::leaves)
                        .map(n -> new NamedItem(d.code(), d.nameZh(), d.nameEn(), n.code(), n.nameZh(), n.nameEn())))
                .toList();
    }

    private static Stream<IndexNode> leaves(IndexNode node) {
        return node.leaf() ? Stream.of(node) : node.children().stream().flatMap(IndexSystems::leaves);
    }

    /** Any version by id, without a scope: for work that was begun with it. */
    @Transactional
    public IndexSystem version(UUID id) {
        return service.version(id);
    }

    /** Any version by id, without a scope; empty when there is none. */
    @Transactional
    public Optional<IndexSystem> find(UUID id) {
        return service.find(id);
    }

    /** Every answer that does not fit its item under a version, at its field; empty when all fit. What is missing is no fault. */
    public List<FieldError> faults(IndexSystem system, List<Answer> answers) {
        return FindingsCheck.of(system.document(), new Findings(answers, null, null, null));
    }

    /**
     * Scores findings under a version. The same findings give the same score for ever.
     *
     * @throws org.dudao.kernel.error.Problem 422 naming every answer that does not fit its item
     */
    @Transactional
    public Score score(UUID id, Findings findings) {
        return service.score(service.version(id), findings);
    }
}
