package org.dudao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A change set that has landed is never edited: installations have run it. {@code landed-changesets.txt} keeps the
 * checksum of each; {@code -Dmigrations.update=true} adds new ones to it and never changes a line.
 */
class MigrationsTest {
    private static final Path CHANGELOG = Path.of("src/main/resources/db/changelog");
    private static final Path LANDED = Path.of("src/test/resources/landed-changesets.txt");

    @Test
    void change_sets_that_have_landed_are_as_they_were() throws IOException {
        Map<String, String> now = changeSets();
        Map<String, String> landed = landed();
        if (Boolean.getBoolean("migrations.update")) {
            Map<String, String> grown = new TreeMap<>(now);
            grown.putAll(landed);
            Files.write(
                    LANDED,
                    grown.entrySet().stream()
                            .map(e -> e.getKey() + " " + e.getValue())
                            .toList());
            landed = landed();
        }
        assertEquals(List.of(), edited(landed, now), "edited or removed: write a new change set instead");
        assertEquals(
                List.of(),
                now.keySet().stream().filter(k -> !landed().containsKey(k)).toList(),
                "new: run with -Dmigrations.update=true and commit " + LANDED);
    }

    @Test
    void an_edit_a_removal_and_a_second_author_are_seen() {
        String sql =
                "--liquibase formatted sql\n--changeset dudao:a\ncreate table t (x int);\n--changeset dudao:b\ndrop table t;\n";
        Map<String, String> landed = split("f.sql", sql);
        assertEquals(List.of("f.sql::dudao:a", "f.sql::dudao:b"), List.copyOf(landed.keySet()));
        assertEquals(List.of(), edited(landed, split("f.sql", sql + "--changeset dudao:c\nselect 1;\n")));
        assertEquals(List.of("f.sql::dudao:a"), edited(landed, split("f.sql", sql.replace("x int", "x bigint"))));
        assertEquals(List.of("f.sql::dudao:b"), edited(landed, split("f.sql", sql.replace("dudao:b", "other:b"))));
        assertEquals(2, edited(landed, split("g.sql", sql)).size());
        assertNotEquals(landed.get("f.sql::dudao:a"), landed.get("f.sql::dudao:b"));
    }

    @Test
    void a_file_is_named_so_that_it_runs_after_those_before_it() throws IOException {
        for (Path file : files()) {
            assertTrue(
                    file.getFileName().toString().matches("[0-9]{12}__[a-z0-9_]+\\.sql"),
                    () -> "not named by time: " + file);
        }
    }

    private static List<String> edited(Map<String, String> landed, Map<String, String> now) {
        return landed.entrySet().stream()
                .filter(e -> !e.getValue().equals(now.get(e.getKey())))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String> landed() {
        try {
            Map<String, String> landed = new LinkedHashMap<>();
            for (String line : Files.exists(LANDED) ? Files.readAllLines(LANDED) : List.<String>of()) {
                int space = line.lastIndexOf(' ');
                landed.put(line.substring(0, space), line.substring(space + 1));
            }
            return landed;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(CHANGELOG)) {
            return paths.filter(p -> p.toString().endsWith(".sql")).sorted().toList();
        }
    }

    private static Map<String, String> changeSets() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files()) {
            String name = CHANGELOG.relativize(file).toString().replace('\\', '/');
            all.putAll(split(name, Files.readString(file)));
        }
        return all;
    }

    /** Change set → checksum of its lines, comments and trailing blanks left out as Liquibase leaves them out. */
    private static Map<String, String> split(String file, String text) {
        Map<String, List<String>> blocks = new LinkedHashMap<>();
        List<String> block = new ArrayList<>();
        for (String line : text.lines().map(String::stripTrailing).toList()) {
            if (line.startsWith("--changeset ")) {
                block = new ArrayList<>();
                blocks.put(file + "::" + line.split("\\s+")[1], block);
            }
            boolean comment = line.startsWith("--") && !line.startsWith("--changeset ");
            if (!comment && !line.isEmpty()) {
                block.add(line);
            }
        }
        Map<String, String> checksums = new LinkedHashMap<>();
        blocks.forEach((name, lines) -> checksums.put(name, sha256(String.join("\n", lines))));
        return checksums;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
