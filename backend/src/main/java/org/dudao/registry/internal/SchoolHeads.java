package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.time.Days;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Who headed a school when: one head at a time, each until the day before the next. */
@ApplicationScoped
public class SchoolHeads {
    /**
     * A head's time at a school.
     *
     * @param until last day; null while in office
     */
    @Schema(name = "SchoolHead")
    public record Head(LocalDate since, LocalDate until, String name) {}

    /** No school of these is headed by the same person since before that. */
    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    @Inject
    SchoolRepository schools;

    @Inject
    Audit audit;

    /** Newest first. */
    @Transactional
    public List<Head> of(Scope scope, UUID school) {
        schools.requireIn(scope, school);
        return jdbi.withHandle(h -> h.createQuery("select since, lead(since) over (order by since) - 1 as until, name"
                        + " from registry.school_head where school_id = :school order by since desc")
                .bind("school", school)
                .map(ConstructorMapper.of(Head.class))
                .list());
    }

    /** Enters who took over on a day; said again for the same day, corrects the name. */
    @Transactional
    public List<Head> enter(Scope scope, UUID id, LocalDate since, String name) {
        School school = schools.requireIn(scope, id);
        LocalDate latest = LocalDate.now(clock).plusYears(1);
        if (since.isBefore(Days.EARLIEST) || since.isAfter(latest)) {
            throw Problem.unprocessable("registry.head.since", "since", Days.EARLIEST, latest);
        }
        String before = name(id, since);
        jdbi.useHandle(h -> h.execute(
                "insert into registry.school_head (school_id, since, name) values (?, ?, ?)"
                        + " on conflict (school_id, since) do update set name = excluded.name",
                id,
                since,
                name.strip()));
        audit.record(
                "school.headEntered",
                "school",
                id,
                school.regionCode,
                Map.of("since", since, "name", new Audit.Change(before, name.strip())));
        return of(scope, id);
    }

    /** Takes an entry made by mistake back. */
    @Transactional
    public List<Head> remove(Scope scope, UUID id, LocalDate since) {
        School school = schools.requireIn(scope, id);
        String before = name(id, since);
        if (before == null) {
            throw Problem.notFound("registry.head.notFound", since);
        }
        jdbi.useHandle(h -> h.execute("delete from registry.school_head where school_id = ? and since = ?", id, since));
        audit.record("school.headRemoved", "school", id, school.regionCode, Map.of("since", since, "name", before));
        return of(scope, id);
    }

    private String name(UUID school, LocalDate since) {
        return jdbi.withHandle(
                h -> h.createQuery("select name from registry.school_head where school_id = ? and since = ?")
                        .bind(0, school)
                        .bind(1, since)
                        .mapTo(String.class)
                        .findOne()
                        .orElse(null));
    }
}
