package org.dudao.kernel.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class StoredMessageTest {
    @Test
    void a_message_is_told_in_the_language_of_who_reads_it() {
        String stored = StoredMessage.of("kernel.job.notFound", List.of("a \"b\" [c]"));
        assertEquals("There is no job a \"b\" [c].", StoredMessage.text(stored, Locale.ENGLISH));
        assertEquals("没有找到任务 a \"b\" [c]。", StoredMessage.text(stored, Messages.CHINESE));
    }

    @Test
    void a_text_stored_before_messages_had_codes_stays_as_it_is() {
        assertEquals("任务未能完成。", StoredMessage.text("任务未能完成。", Locale.ENGLISH));
        assertEquals("[\"x", StoredMessage.text("[\"x", Locale.ENGLISH));
        assertNull(StoredMessage.text(null, Locale.ENGLISH));
    }
}
