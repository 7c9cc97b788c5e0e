package org.dudao.balance.internal.export;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.kernel.text.Messages;
import org.junit.jupiter.api.Test;

/** The report on paper and the page call a verdict by the same word. */
class VerdictWordsTest {
    private static final Path PAGES = Path.of("../frontend/src/features/balance/locale");

    @Test
    void the_report_and_the_page_use_the_same_words() throws IOException {
        for (Map.Entry<String, Locale> language :
                Map.of("zh.ts", Messages.CHINESE, "en.ts", Locale.ENGLISH).entrySet()) {
            String page = Files.readString(PAGES.resolve(language.getKey()));
            for (Verdict verdict : Verdict.values()) {
                String word = Messages.text(language.getValue(), "balance.verdict." + verdict, List.of());
                assertTrue(page.contains(verdict + ": '" + word + "'"), () -> language.getKey() + " " + word);
            }
        }
    }
}
