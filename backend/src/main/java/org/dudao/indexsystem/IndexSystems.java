package org.dudao.indexsystem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.dudao.indexsystem.internal.IndexSystemService;
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

    /** Any version by id, without a scope: for work that was begun with it. */
    @Transactional
    public IndexSystem version(UUID id) {
        return service.version(id);
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
