package org.dudao.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.registry.SchoolKind;
import org.junit.jupiter.api.Test;

class DemoCountyTest {
    private final List<DemoSchool> schools = DemoCounty.schools("990101", 100_000);

    @Test
    void the_same_county_is_made_every_time() {
        assertEquals(schools, DemoCounty.schools("990101", 100_000));
    }

    @Test
    void it_has_schools_of_every_compulsory_kind_and_size() {
        Set<String> kinds = schools.stream().map(DemoSchool::kind).collect(Collectors.toSet());
        for (SchoolKind kind : List.of(
                SchoolKind.PRIMARY,
                SchoolKind.TEACHING_POINT,
                SchoolKind.JUNIOR,
                SchoolKind.NINE_YEAR,
                SchoolKind.COMPLETE_SECONDARY,
                SchoolKind.TWELVE_YEAR,
                SchoolKind.SPECIAL)) {
            assertTrue(kinds.contains(kind.code()), kind::name);
        }
        assertTrue(schools.size() >= 110 && schools.size() <= 130, () -> "schools: " + schools.size());
        assertTrue(schools.stream().anyMatch(DemoSchool::privateSchool));
        assertEquals(
                schools.size(),
                schools.stream().map(DemoSchool::code).distinct().count());
        assertEquals(
                schools.size(),
                schools.stream().map(DemoSchool::name).distinct().count());
    }

    @Test
    void every_school_that_teaches_has_five_years_of_figures() {
        for (DemoSchool school : schools) {
            boolean teaches =
                    !SchoolKind.ofCode(school.kind()).orElseThrow().stages().isEmpty();
            assertEquals(teaches ? 5 : 0, school.figures().size(), school::name);
        }
    }

    @Test
    void some_gaps_between_schools_are_too_wide_and_others_are_not() {
        assertTrue(variation("PRIMARY", "backboneTeachers") > 0.50);
        assertTrue(variation("PRIMARY", "teachersAboveDegree") < 0.50);
        assertTrue(variation("JUNIOR", "backboneTeachers") > 0.45);
        assertTrue(variation("JUNIOR", "teachersAboveDegree") < 0.45);
    }

    @Test
    void every_school_has_a_head_and_no_two_bear_one_name() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        List<DemoHeads.Head> heads = DemoHeads.of(schools, today);
        assertEquals(
                Set.copyOf(schools), heads.stream().map(DemoHeads.Head::school).collect(Collectors.toSet()));
        assertEquals(
                heads.size(),
                heads.stream().map(DemoHeads.Head::name).distinct().count());
        assertTrue(heads.size() > schools.size(), "some changed");
        assertTrue(heads.stream().noneMatch(h -> h.from().isAfter(today)));
    }

    @Test
    void notices_are_numbered_in_the_order_they_were_issued() {
        LocalDate today = LocalDate.of(2026, 11, 22);
        List<LocalDate> days = DemoFindings.numbers(today).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(e -> DemoFindings.issuedOn(today, e.getKey()))
                .toList();
        assertEquals(days.stream().sorted().toList(), days);
        assertTrue(days.size() > 15);
        assertEquals(
                IntStream.rangeClosed(1, days.size()).boxed().collect(Collectors.toSet()),
                Set.copyOf(DemoFindings.numbers(today).values()));
    }

    /** 差异系数 of a stage fact per pupil in the last year, weighted by pupils. */
    private double variation(String stage, String fact) {
        double pupils = 0;
        double amount = 0;
        double squares = 0;
        for (DemoSchool school : schools) {
            Map<String, java.math.BigDecimal> year =
                    school.figures().isEmpty() ? Map.of() : school.figures().get(DemoFigures.LAST_YEAR);
            if (year.containsKey(stage + ".pupils")
                    && !school.kind().equals(SchoolKind.SPECIAL.code())
                    && !school.privateSchool()) {
                double p = year.get(stage + ".pupils").doubleValue();
                double a = year.get(stage + "." + fact).doubleValue();
                pupils += p;
                amount += a;
                squares += a * a / p;
            }
        }
        return Math.sqrt(pupils * squares / (amount * amount) - 1);
    }

    @Test
    void no_part_exceeds_its_whole() {
        for (DemoSchool school : schools) {
            for (Map<String, java.math.BigDecimal> year : school.figures().values()) {
                for (String stage : List.of("PRIMARY.", "JUNIOR.", "SENIOR.")) {
                    java.math.BigDecimal teachers = year.get(stage + "teachers");
                    if (teachers != null) {
                        assertTrue(year.get(stage + "teachersAboveDegree").compareTo(teachers) <= 0, school::name);
                        assertTrue(
                                year.get(stage + "largestClass")
                                                .multiply(year.get(stage + "classes"))
                                                .compareTo(year.get(stage + "pupils"))
                                        >= 0,
                                school::name);
                    }
                }
            }
        }
    }

    @Test
    void inspectors_answer_for_most_schools_about_five_each_and_leave_some_out() {
        List<DemoZones.Person> people = DemoZones.people(schools, "沈一舟");
        Set<DemoSchool> held =
                people.stream().flatMap(p -> p.schools().stream()).collect(Collectors.toSet());
        long zoned = schools.stream().filter(s -> s.zone() >= 0).count();
        assertTrue(held.size() < zoned && held.size() >= zoned - 8, () -> held.size() + " of " + zoned);
        assertTrue(people.stream()
                .allMatch(p -> p.schools().size() >= 3 && p.schools().size() <= 7));
        assertTrue(people.size() > 13, "somebody for everything that is odd");
        assertEquals(
                DemoCounty.ZONES - 1,
                people.stream().filter(DemoZones.Person::leader).count());
        assertEquals(
                people.size(),
                people.stream().map(DemoZones.Person::name).distinct().count());
    }
}
