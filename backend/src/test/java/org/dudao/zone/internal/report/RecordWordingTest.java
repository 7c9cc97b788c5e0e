package org.dudao.zone.internal.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.dudao.indexsystem.Answer;
import org.junit.jupiter.api.Test;

class RecordWordingTest {
    @Test
    void an_answer_points_to_pictures_only_where_there_are_some() {
        assertEquals("见照片", RecordWording.words(answer(null, null, List.of(UUID.randomUUID())), true));
        assertEquals("未作答", RecordWording.words(answer(null, null, List.of()), true));
        assertEquals("not answered", RecordWording.words(answer(null, " ", List.of()), false));
    }

    @Test
    void what_was_chosen_or_written_stands_before_the_pictures() {
        assertEquals("否", RecordWording.words(answer("NO", null, List.of(UUID.randomUUID())), true));
        assertEquals("楼梯堆放杂物", RecordWording.words(answer(null, "楼梯堆放杂物", List.of(UUID.randomUUID())), true));
    }

    private static Answer answer(String choice, String text, List<UUID> evidence) {
        return new Answer("1.1", false, choice, null, text, null, null, null, evidence, null, null);
    }
}
