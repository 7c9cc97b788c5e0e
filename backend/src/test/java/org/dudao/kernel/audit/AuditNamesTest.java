package org.dudao.kernel.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.text.Messages;
import org.junit.jupiter.api.Test;

/** Whatever the code records has a name an office understands, in both languages. */
class AuditNamesTest {
    private static final Pattern ACTION = Pattern.compile(
            "(?:record|recordAs|audit)\\(\\s*(?:[a-zA-Z.()]+,\\s*)?(?:[a-z]+ \\? )?\"([a-zA-Z]+\\.[a-zA-Z]+)\"");

    @Test
    void every_action_in_the_code_is_named() throws IOException {
        Set<String> used = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String source = Files.readString(file);
                if (source.contains("kernel.audit.Audit;") || file.endsWith("DownloadTrail.java")) {
                    ACTION.matcher(source).results().forEach(m -> used.add(m.group(1)));
                }
            }
        }
        assertTrue(used.contains("notice.approved") && used.contains("file.downloaded"), used::toString);
        for (Locale locale : Set.of(Messages.CHINESE, Locale.ENGLISH)) {
            assertEquals(
                    Set.of(),
                    used.stream()
                            .filter(a ->
                                    AuditEntry.named("audit.action.", a, locale).equals(a))
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void what_has_no_name_is_shown_by_its_code() {
        assertEquals("moon.landed", AuditEntry.named("audit.action.", "moon.landed", Messages.CHINESE));
        assertEquals("批准整改通知书", AuditEntry.named("audit.action.", "notice.approved", Messages.CHINESE));
    }

    /** Where values of records come from whose codes an office would otherwise read. */
    private static final Map<String, String> ENUMS = Map.of(
            "rectification/internal/Finding.java", "state",
            "rectification/internal/Notice.java", "state",
            "rectification/Severity.java", "severity",
            "evidence/internal/FileService.java", "form",
            "evidence/internal/catalogue/Ask.java", "for",
            "registry/internal/imports/ImportKind.java", "kind");

    @Test
    void every_code_a_record_may_hold_is_named() throws IOException {
        Map<String, Set<String>> unnamed = new TreeMap<>();
        for (Map.Entry<String, String> e : ENUMS.entrySet()) {
            String source = Files.readString(Path.of("src/main/java/org/dudao", e.getKey()));
            String body = source.substring(source.indexOf("enum "));
            body = body.substring(body.indexOf('{'), body.indexOf('}')).replaceAll("(?s)/\\*.*?\\*/|//[^\n]*", "");
            Set<String> codes = Pattern.compile("[A-Z][A-Z_]+")
                    .matcher(body)
                    .results()
                    .map(m -> m.group())
                    .collect(Collectors.toSet());
            assertTrue(codes.size() > 1, e::getKey);
            codes.addAll(Roles.ALL);
            for (Locale locale : Set.of(Messages.CHINESE, Locale.ENGLISH)) {
                codes.stream()
                        .filter(c -> AuditEntry.value(e.getValue(), c, locale).equals(c))
                        .forEach(c -> unnamed.computeIfAbsent(e.getKey(), k -> new TreeSet<>())
                                .add(locale + " " + c));
            }
        }
        assertEquals(Map.of(), unnamed);
    }
}
