package org.dudao.indexsystem.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.indexsystem.Answer;
import org.dudao.indexsystem.Answer.Mark;
import org.dudao.indexsystem.Findings;
import org.dudao.indexsystem.IndexItem;
import org.dudao.indexsystem.IndexNode;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.Score;
import org.dudao.indexsystem.internal.scoring.DocumentCheck;
import org.dudao.indexsystem.internal.scoring.FindingsCheck;
import org.dudao.indexsystem.internal.scoring.Scorer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedSystemsTest {
    private static final Set<String> FACTS = Set.of(
            "teachingRoomArea",
            "indoorSportsArea",
            "outdoorSportsArea",
            "equipmentValue",
            "computers",
            "books",
            "multimediaRooms",
            "PRIMARY.pupils",
            "PRIMARY.teachers",
            "PRIMARY.teachersAboveDegree",
            "PRIMARY.peArtTeachers",
            "PRIMARY.largestClass");

    static Stream<IndexSystemDocument> systems() {
        return ShippedSystems.codes().stream().map(ShippedSystems::load);
    }

    @Test
    void the_fifteen_kinds_of_supervision_ship() {
        assertEquals(15, ShippedSystems.codes().size());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void a_shipped_system_is_sound_and_names_its_source(IndexSystemDocument system) {
        assertEquals(List.of(), DocumentCheck.of(system, FACTS));
        assertTrue(ShippedSystems.codes().contains(system.code()));
        assertFalse(system.source().title().isBlank());
        assertFalse(system.source().unverified().isEmpty());
        BigDecimal full = Shape.full(system);
        assertTrue(full == null || full.compareTo(BigDecimal.valueOf(100)) == 0, system.code() + " " + full);
    }

    @ParameterizedTest
    @MethodSource("systems")
    void who_gives_marks_is_told_what_to_look_at_and_how_to_score(IndexSystemDocument system) {
        for (IndexNode node : Shape.items(system)) {
            if (node.item().kind() == IndexItem.Kind.POINTS) {
                assertNotNull(node.item().guideZh(), node.code());
                assertNotNull(node.item().guideEn(), node.code());
                assertNotNull(node.item().methodZh(), node.code());
                assertNotNull(node.item().methodEn(), node.code());
            }
        }
    }

    @Test
    void a_school_is_evaluated_by_indicators_of_two_levels_and_the_items_below() {
        IndexSystemDocument school = ShippedSystems.load("SCHOOL_EVALUATION");
        IndexNode direction = school.nodes().get(0).children().get(0);
        assertFalse(direction.leaf());
        assertTrue(direction.children().get(0).leaf());
    }

    @ParameterizedTest
    @MethodSource("systems")
    void without_answers_nothing_is_scored(IndexSystemDocument system) {
        Score score = Scorer.score(system, new Findings(List.of(), Map.of(), Map.of(), List.of()));
        assertNull(score.total());
        assertNull(score.grade());
        assertNull(score.passed());
        assertFalse(score.missing().isEmpty());
    }

    @Test
    void a_county_loses_1_and_1_and_2_2_and_stands_at_95_8() {
        IndexSystemDocument county = ShippedSystems.load("COUNTY_GOVERNMENT");
        List<Answer> answers = new ArrayList<>();
        for (IndexNode item : Shape.items(county)) {
            answers.add(marks(
                    item.code(),
                    switch (item.nameZh()) {
                        case "生均公用经费足额及时拨付" -> List.of(new Mark("late", 1, null, "春季迟拨一个月", List.of()));
                        case "编制与配备" -> List.of(new Mark("posts", 1, null, null, List.of()));
                        case "义务教育优质均衡" -> List.of(new Mark("class", 2, null, null, List.of()));
                        default -> List.of();
                    }));
        }
        Findings findings = new Findings(answers, Map.of(), Map.of(), List.of());
        assertEquals(List.of(), FindingsCheck.of(county, findings));
        Score score = Scorer.score(county, findings);
        assertEquals(new BigDecimal("95.80"), score.total());
        assertEquals("EXCELLENT", score.grade());
    }

    @Test
    void a_school_of_the_register_meets_eight_of_ten_standards() {
        Map<String, BigDecimal> facts = aSchoolOfTenStandards();
        facts.put("PRIMARY.largestClass", BigDecimal.valueOf(48));
        facts.put("outdoorSportsArea", BigDecimal.valueOf(2_000));
        Score met = standard(facts);
        assertEquals(true, met.passed());
        assertEquals("QUALIFIED", met.grade());
        facts.put("multimediaRooms", BigDecimal.valueOf(8));
        Score third = standard(facts);
        assertEquals(false, third.passed());
        assertEquals("UNQUALIFIED", third.grade());
    }

    private static Score standard(Map<String, BigDecimal> facts) {
        return Scorer.score(
                ShippedSystems.load("STANDARDISED_SCHOOL"), new Findings(List.of(), facts, Map.of(), List.of()));
    }

    private static Map<String, BigDecimal> aSchoolOfTenStandards() {
        Map<String, BigDecimal> facts = new java.util.HashMap<>();
        facts.put("PRIMARY.pupils", BigDecimal.valueOf(400));
        facts.put("PRIMARY.teachers", BigDecimal.valueOf(25));
        facts.put("PRIMARY.teachersAboveDegree", BigDecimal.valueOf(20));
        facts.put("PRIMARY.peArtTeachers", BigDecimal.valueOf(4));
        facts.put("PRIMARY.largestClass", BigDecimal.valueOf(45));
        facts.put("teachingRoomArea", BigDecimal.valueOf(1_900));
        facts.put("indoorSportsArea", BigDecimal.valueOf(300));
        facts.put("outdoorSportsArea", BigDecimal.valueOf(2_800));
        facts.put("equipmentValue", BigDecimal.valueOf(900_000));
        facts.put("computers", BigDecimal.valueOf(45));
        facts.put("books", BigDecimal.valueOf(9_000));
        facts.put("multimediaRooms", BigDecimal.valueOf(12));
        return facts;
    }

    @Test
    void a_standardised_school_is_advanced_with_ten_of_ten_and_unqualified_with_one_far_below() {
        Map<String, BigDecimal> facts = aSchoolOfTenStandards();
        assertEquals("ADVANCED", standard(facts).grade());
        facts.put("books", BigDecimal.valueOf(4_800));
        assertEquals("QUALIFIED", standard(facts).grade());
        facts.put("books", BigDecimal.valueOf(4_799));
        Score low = standard(facts);
        assertEquals(new BigDecimal("90.00"), low.total());
        assertEquals("QUALIFIED", low.gradeByTotal());
        assertEquals("UNQUALIFIED", low.grade());
        assertTrue(low.statements().stream().anyMatch(s -> s.code().equals("failedGrade")));
    }

    private static Answer marks(String item, List<Mark> marks) {
        return new Answer(item, false, null, null, null, marks, null, null, List.of(), null, null);
    }
}
