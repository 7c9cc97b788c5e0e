package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.kernel.audit.Audit;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The days that differ from the week, as the State Council sets them every year. */
@ApplicationScoped
public class WorkingDayCalendar {
    /**
     * @param working worked in exchange for another day; false for a holiday
     * @param source the paper that sets it
     */
    public record SpecialDay(LocalDate day, boolean working, String name, String source) {}

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Transactional
    public WorkingDays days() {
        Map<LocalDate, Boolean> special = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select day, working from rectification.calendar_day")
                .map((r, c) -> special.put(r.getObject("day", LocalDate.class), r.getBoolean("working")))
                .list());
        return new WorkingDays(special);
    }

    @Transactional
    public List<SpecialDay> ofYear(int year) {
        return jdbi.withHandle(h -> h.createQuery("select day, working, name, source from rectification.calendar_day"
                        + " where extract(year from day) = :year order by day")
                .bind("year", year)
                .map(ConstructorMapper.of(SpecialDay.class))
                .list());
    }

    /** Replaces the special days of a year; deadlines already set stay as they were told. */
    @Transactional
    public List<SpecialDay> replace(int year, List<SpecialDay> days, String regionCode) {
        jdbi.useHandle(h -> {
            h.createUpdate("delete from rectification.calendar_day where extract(year from day) = :year")
                    .bind("year", year)
                    .execute();
            for (SpecialDay d : days) {
                h.createUpdate("insert into rectification.calendar_day (day, working, name, source)"
                                + " values (:day, :working, :name, :source)")
                        .bind("day", d.day())
                        .bind("working", d.working())
                        .bind("name", d.name())
                        .bind("source", d.source())
                        .execute();
            }
        });
        audit.record("calendar.replaced", "calendar", year, regionCode, Map.of("days", days.size()));
        return ofYear(year);
    }
}
