package org.dudao.indexsystem.internal.web;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.page.PageRequest;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which versions of the list are meant; what is not given does not narrow it. */
public class ListFilter implements Predicate<IndexSystem> {
    /** Where a system comes from. */
    @Schema(name = "IndexOrigin")
    public enum Origin {
        shipped,
        own
    }

    @QueryParam("subject")
    IndexSystemDocument.Subject subject;

    @QueryParam("state")
    IndexSystem.State state;

    @QueryParam("origin")
    Origin origin;

    /** Part of a name, the code or the source. */
    @QueryParam("q")
    @Size(max = PageRequest.MAX_SEARCH)
    String q;

    @Override
    public boolean test(IndexSystem system) {
        return (subject == null || system.document().subject() == subject)
                && (state == null || system.state() == state)
                && (origin == null || (origin == Origin.own) == (system.regionCode() != null))
                && (q == null || q.isBlank() || named(system.document()));
    }

    private boolean named(IndexSystemDocument d) {
        String wanted = q.strip().toLowerCase(Locale.ROOT);
        return Stream.of(d.nameZh(), d.nameEn(), d.code(), d.source().title())
                .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
