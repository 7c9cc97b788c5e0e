package org.dudao.kernel.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;

/** Asks the modules what their things are called now. */
@ApplicationScoped
class Titles {
    private static final int LONGEST = 200;

    @Inject
    @Any
    Instance<SubjectTitles> sources;

    @Inject
    Jdbi jdbi;

    @Inject
    EntityManager entities;

    /** Titles by id of one kind of thing; what is gone or has no title is left out. */
    Map<String, String> of(String type, Collection<String> ids) {
        for (SubjectTitles source : sources) {
            SubjectTitles.Finder finder = source.finders().get(type);
            if (finder != null) {
                return jdbi.withHandle(h -> finder.of(h, ids));
            }
        }
        return Map.of();
    }

    /** The title a record is to keep; a thing that is gone already is called what the record's detail calls it. */
    String toKeep(String type, String id, Map<String, ?> detail) {
        // what the caller changed on entities is not in the tables yet
        entities.flush();
        String title = of(type, List.of(id)).get(id);
        if (title == null) {
            title = detail.get("name") instanceof String name
                    ? name
                    : detail.get("file") instanceof String file ? file : null;
        }
        return title == null || title.length() <= LONGEST ? title : title.substring(0, LONGEST - 1) + "…";
    }
}
