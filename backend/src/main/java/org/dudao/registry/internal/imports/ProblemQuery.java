package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.UUID;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.CurrentUser;
import org.dudao.registry.internal.FigureRules.Severity;

/** The problems a check found. */
@ApplicationScoped
public class ProblemQuery {
    @Inject
    ImportStore store;

    @Inject
    CurrentUser user;

    public Page<ProblemView> page(UUID importId, Severity severity, PageRequest page, Locale locale) {
        store.require(user.scope(), importId);
        return store.problems(importId, severity, page, locale);
    }
}
