package org.dudao.rectification.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/**
 * The days that differ from the week, as the State Council sets them every year. What an office entered for a year stands for that
 * whole year; otherwise what was shipped for it does; a year with neither has weekends and the holidays whose date the law fixes.
 */
@ApplicationScoped
public class WorkingDayCalendar {
    /**
     * @param working worked in exchange for another day; false for a holiday
     * @param source the paper that sets it
     */
    public record SpecialDay(LocalDate day, boolean working, String name, String source) {}

    /** Where the days of a year come from. */
    public enum Origin {
        /** entered by the office */
        OFFICE,
        /** came with the software */
        SHIPPED,
        /** nobody knows them yet: Monday to Friday without the holidays whose date the law fixes */
        NONE
    }

    /**
     * The special days of a year.
     *
     * @param source the notice they were shipped from; null for what the office entered, where each day names its own
     * @param verified whether the notice's text was seen in full by who shipped them; false without days
     * @param seenIn where it was seen
     */
    @Schema(name = "CalendarYear")
    public record Year(int year, Origin origin, String source, boolean verified, String seenIn, List<SpecialDay> days) {
        /** The year as it stands, as one word. */
        public String version() {
            return Documents.checksum(this).substring(0, 16);
        }
    }

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    /** Working days as they count in a region. */
    @Transactional
    public WorkingDays days(String region) {
        List<SpecialDay> entered = entered(region, null);
        Set<Integer> own = entered.stream().map(d -> d.day().getYear()).collect(Collectors.toSet());
        Map<LocalDate, Boolean> special = new HashMap<>();
        PublishedCalendar.all().stream()
                .filter(c -> !own.contains(c.year()))
                .flatMap(c -> c.days().stream())
                .forEach(d -> special.put(d.day(), d.working()));
        entered.forEach(d -> special.put(d.day(), d.working()));
        return new WorkingDays(special);
    }

    /** Days off from a day until a day; null names a weekend. */
    @Transactional
    public SortedMap<LocalDate, String> daysOff(String region, LocalDate from, LocalDate until) {
        WorkingDays days = days(region);
        Map<LocalDate, String> names = new HashMap<>();
        for (int year = from.getYear(); year <= until.getYear(); year++) {
            ofYear(year, region).days().forEach(d -> names.put(d.day(), d.name()));
        }
        SortedMap<LocalDate, String> off = new TreeMap<>();
        from.datesUntil(until.plusDays(1))
                .filter(d -> !days.working(d))
                .forEach(d -> off.put(d, names.getOrDefault(d, days.fixed(d))));
        return off;
    }

    /** Years of a span no calendar was entered or shipped for. */
    @Transactional
    public List<Integer> yearsWithout(String region, LocalDate from, LocalDate until) {
        return IntStream.rangeClosed(from.getYear(), until.getYear())
                .filter(year -> ofYear(year, region).origin() == Origin.NONE)
                .boxed()
                .toList();
    }

    @Transactional
    public Year ofYear(int year, String region) {
        List<SpecialDay> entered = entered(region, year);
        if (!entered.isEmpty()) {
            return new Year(year, Origin.OFFICE, null, false, null, entered);
        }
        return PublishedCalendar.of(year)
                .map(c -> new Year(year, Origin.SHIPPED, c.source(), c.verified(), c.seenIn(), c.days()))
                .orElseGet(() -> new Year(year, Origin.NONE, null, false, null, List.of()));
    }

    /** What the nearest office entered for each year: the region's own, else that of a region above it. */
    private List<SpecialDay> entered(String region, Integer year) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select day, working, name, source from (select c.*,"
                                + " rank() over (partition by extract(year from day) order by length(region_code) desc) as nearest"
                                + " from rectification.calendar_day c where :region like region_code || '%'"
                                + " and (cast(:year as int) is null or extract(year from day) = :year)) d where nearest = 1 order by day")
                .bind("region", region)
                .bind("year", year)
                .map(ConstructorMapper.of(SpecialDay.class))
                .list());
    }

    /**
     * Replaces what a region's office entered for a year; with none, what stands above it or was shipped stands again.
     * Deadlines already set stay as they were told.
     *
     * @throws org.dudao.kernel.error.Problem 412 or 428 unless {@code ifMatch} is the year as it stands
     */
    @Transactional
    public Year replace(int year, List<SpecialDay> days, String ifMatch, String region) {
        jdbi.useHandle(h -> OwnRegion.lock(h, region));
        ETags.requireMatch(ifMatch, ofYear(year, region).version());
        jdbi.useHandle(h -> {
            h.createUpdate("delete from rectification.calendar_day where extract(year from day) = :year"
                            + " and region_code = :region")
                    .bind("year", year)
                    .bind("region", region)
                    .execute();
            for (SpecialDay d : days) {
                h.createUpdate("insert into rectification.calendar_day (region_code, day, working, name, source)"
                                + " values (:region, :day, :working, :name, :source)")
                        .bind("region", region)
                        .bind("day", d.day())
                        .bind("working", d.working())
                        .bind("name", d.name())
                        .bind("source", d.source())
                        .execute();
            }
        });
        audit.record("calendar.replaced", "calendar", year, region, Map.of("days", days.size()));
        return ofYear(year, region);
    }
}
