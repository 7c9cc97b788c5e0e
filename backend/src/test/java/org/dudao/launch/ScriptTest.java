package org.dudao.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./dudao status} says after the application was killed. */
class ScriptTest {
    private static final int NOT_RUNNING = 3;

    @TempDir
    Path data;

    private String status() throws IOException, InterruptedException {
        Process status = new ProcessBuilder(
                        Path.of("..", "dudao").toRealPath().toString(), "status", "--data", data.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(status.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(NOT_RUNNING, status.waitFor(), said);
        return said;
    }

    /** A process that only waits, under another name. */
    private static Process under(String name, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("bash", "-c", "exec -a \"$0 $*\" sleep 60", name));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).start();
    }

    private static void awaitName(Process process, String name) throws IOException {
        while (process.isAlive()
                && !Files.readString(Path.of("/proc", "" + process.pid(), "cmdline"))
                        .startsWith(name)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_process_that_is_gone_is_not_complained_about() throws Exception {
        Process ended = new ProcessBuilder("true").start();
        ended.waitFor();
        Files.createDirectories(data.resolve("run"));
        Files.writeString(data.resolve("run/app.pid"), ended.pid() + "\n");
        Files.writeString(data.resolve("run/keycloak.pid"), ended.pid() + "\n");
        String said = status();
        assertFalse(said.contains("/proc/"), said);
        assertFalse(said.contains("left behind"), said);
    }

    @Test
    void what_is_left_behind_is_named() throws Exception {
        Process database = under("postgres", "-D", "data");
        Process keycloak = under("java", "-Dkc.script.pid=1", "keycloak");
        try {
            awaitName(database, "postgres");
            awaitName(keycloak, "java");
            Files.createDirectories(data.resolve("run"));
            Files.createDirectories(data.resolve("postgres"));
            Files.writeString(data.resolve("run/keycloak.pid"), keycloak.pid() + "\n");
            Files.writeString(data.resolve("postgres/postmaster.pid"), database.pid() + "\n" + data + "\n");
            String said = status();
            assertTrue(said.contains("Keycloak is left behind (pid " + keycloak.pid() + ")"), said);
            assertTrue(said.contains("database is left behind (pid " + database.pid() + ")"), said);
        } finally {
            database.destroy();
            keycloak.destroy();
        }
    }
}
