package org.dudao.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    Path directory;

    @Test
    void data_survives_a_restart_is_durable_and_needs_a_password() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0, true)) {
            execute(database, "create schema kept; create table kept.t (x int); insert into kept.t values (42)");
            assertEquals("on", query(database, "show fsync"));
            assertEquals("on", query(database, "show synchronous_commit"));
            assertEquals("127.0.0.1", query(database, "show listen_addresses"));
            assertThrows(
                    SQLException.class,
                    () -> DriverManager.getConnection(database.jdbcUrl(), EmbeddedDatabase.OWNER, "wrong"));
            assertThrows(SQLException.class, () -> {
                try (Connection c = DriverManager.getConnection(
                                database.jdbcUrl(), EmbeddedDatabase.APPLICATION, database.applicationPassword());
                        var s = c.createStatement()) {
                    s.execute("create table public.x (y int)");
                }
            });
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0, true)) {
            assertEquals("42", query(database, "select x from kept.t"));
        }
    }

    @Test
    void a_server_that_outlived_a_killed_run_is_ended_first() throws Exception {
        EmbeddedDatabase killed = EmbeddedDatabase.start(directory, 0, true);
        execute(killed, "create table t (x int); insert into t values (7)");
        long orphan = Long.parseLong(Files.readAllLines(directory.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        // this process still holds the lock of the first directory, as a killed one would not: go on in a copy of it
        Path copy = directory.resolveSibling(directory.getFileName() + "-copy");
        new ProcessBuilder("cp", "-a", directory.toString(), copy.toString())
                .start()
                .waitFor();
        try (EmbeddedDatabase next = EmbeddedDatabase.start(copy, 0, true)) {
            assertTrue(ProcessHandle.of(orphan)
                    .map(p -> p.onExit().orTimeout(10, TimeUnit.SECONDS).join() != null)
                    .orElse(true));
            assertEquals("7", query(next, "select x from t"));
        }
    }

    @Test
    void a_data_directory_of_another_version_is_left_untouched() throws Exception {
        Files.createDirectories(directory.resolve("postgres"));
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "99\n");
        LaunchFailure failure = assertThrows(LaunchFailure.class, () -> EmbeddedDatabase.start(directory, 0, true));
        assertTrue(failure.getMessage().contains("99"));
        assertEquals("99\n", Files.readString(directory.resolve("postgres/PG_VERSION")));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(
                        database.jdbcUrl(), EmbeddedDatabase.OWNER, database.ownerPassword());
                var s = c.createStatement()) {
            s.execute(sql);
        }
    }

    private static String query(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection c = DriverManager.getConnection(
                        database.jdbcUrl(), EmbeddedDatabase.OWNER, database.ownerPassword());
                var s = c.createStatement();
                var r = s.executeQuery(sql)) {
            r.next();
            return r.getString(1);
        }
    }
}
