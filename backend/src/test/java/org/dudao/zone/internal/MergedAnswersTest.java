package org.dudao.zone.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.dudao.zone.internal.MergedAnswers.Given;
import org.junit.jupiter.api.Test;

class MergedAnswersTest {
    private static final UUID ONE = new UUID(0, 1);
    private static final UUID TWO = new UUID(0, 2);
    private static final UUID PHOTO_A = new UUID(9, 1);
    private static final UUID PHOTO_B = new UUID(9, 2);

    private static Answer choice(String item, String choice, String note, UUID... files) {
        return new Answer(item, false, choice, null, null, null, null, null, List.of(files), note, null);
    }

    private static Answer number(String item, String number) {
        return new Answer(item, false, null, new BigDecimal(number), null, null, null, null, null, null, null);
    }

    private static Given given(UUID record, String author, Answer... answers) {
        return new Given(record, author, List.of(answers));
    }

    @Test
    void the_same_answers_are_one_with_the_files_and_notes_of_both() {
        MergedAnswers merged = MergedAnswers.of(
                List.of(
                        given(ONE, "林晓", choice("fire", "NO", "二楼", PHOTO_A)),
                        given(TWO, "王强", choice("fire", "NO", "三楼", PHOTO_B))),
                Map.of());
        assertTrue(merged.differing().isEmpty());
        Answer fire = merged.agreed().get(0);
        assertEquals(List.of(PHOTO_A, PHOTO_B), fire.evidence());
        assertEquals("二楼\n三楼", fire.note());
        assertEquals("林晓、王强", fire.by());
    }

    @Test
    void different_items_are_put_together_and_differing_answers_are_both_kept() {
        MergedAnswers merged = MergedAnswers.of(
                List.of(
                        given(ONE, "林晓", choice("fire", "YES", null), choice("food", "YES", null)),
                        given(TWO, "王强", choice("fire", "NO", null), number("class", "46"))),
                Map.of());
        assertEquals(
                List.of("class", "food"),
                merged.agreed().stream().map(Answer::item).toList());
        assertEquals(1, merged.differing().size());
        assertEquals(
                List.of("YES", "NO"),
                merged.differing().get(0).answers().stream()
                        .map(a -> a.answer().choice())
                        .toList());
    }

    @Test
    void the_order_of_sending_changes_nothing() {
        Given one = given(ONE, "林晓", choice("fire", "YES", "a", PHOTO_A), number("class", "46"));
        Given two = given(TWO, "王强", choice("fire", "NO", "b", PHOTO_B), number("class", "46.0"));
        MergedAnswers there = MergedAnswers.of(List.of(one, two), Map.of());
        assertEquals(there, MergedAnswers.of(List.of(two, one), Map.of()));
        assertEquals(List.of("class"), there.agreed().stream().map(Answer::item).toList());
    }

    @Test
    void a_choice_settles_its_item_and_no_other() {
        List<Given> records = List.of(
                given(ONE, "林晓", choice("fire", "YES", null), choice("food", "YES", null)),
                given(TWO, "王强", choice("fire", "NO", null), choice("food", "NO", null)));
        MergedAnswers merged = MergedAnswers.of(records, Map.of("fire", TWO));
        assertEquals("NO", merged.agreed().get(0).choice());
        assertEquals(
                List.of("food"),
                merged.differing().stream().map(MergedAnswers.Differing::item).toList());
    }

    @Test
    void not_applicable_differs_from_an_answer() {
        Answer none = new Answer("fire", true, null, null, null, null, null, null, null, null, null);
        MergedAnswers merged = MergedAnswers.of(
                List.of(given(ONE, "林晓", none), given(TWO, "王强", choice("fire", "YES", null))), Map.of());
        assertEquals(1, merged.differing().size());
    }
}
