package org.dudao.rectification.internal;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dudao.kernel.json.Documents;
import org.dudao.rectification.internal.WorkingDayCalendar.SpecialDay;

/**
 * The holidays of a year as the General Office of the State Council published them, shipped as data ({@code
 * rectification/calendars.json}).
 *
 * @param source number of the notice, e.g. 国办发明电〔2025〕7号
 * @param publishedOn date of the notice
 * @param verified whether its text was seen in full; where, is said by {@code seenIn}
 * @param off days nobody works
 * @param worked weekend days worked in exchange
 */
record PublishedCalendar(
        int year,
        String source,
        LocalDate publishedOn,
        boolean verified,
        String seenIn,
        List<Holiday> off,
        List<Worked> worked) {
    record Holiday(String name, LocalDate from, LocalDate to) {}

    record Worked(String name, LocalDate day) {}

    private static final Map<Integer, PublishedCalendar> ALL = Arrays.stream(
                    Documents.shipped("/rectification/calendars.json", PublishedCalendar[].class))
            .collect(Collectors.toMap(PublishedCalendar::year, Function.identity(), (a, b) -> a, TreeMap::new));

    static List<PublishedCalendar> all() {
        return List.copyOf(ALL.values());
    }

    static Optional<PublishedCalendar> of(int year) {
        return Optional.ofNullable(ALL.get(year));
    }

    /** Day by day, in order. */
    List<SpecialDay> days() {
        return Stream.concat(
                        off.stream().flatMap(h -> h.from()
                                .datesUntil(h.to().plusDays(1))
                                .map(d -> new SpecialDay(d, false, h.name(), source))),
                        worked.stream().map(w -> new SpecialDay(w.day(), true, w.name(), source)))
                .sorted(Comparator.comparing(SpecialDay::day))
                .toList();
    }
}
