package org.dudao.launch;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.LogManager;

/**
 * Starts the application. With {@code DUDAO_MODE=embedded} and no {@code DUDAO_DB_URL} it starts the embedded database
 * first; otherwise it starts nothing but itself.
 */
@QuarkusMain
public final class Main {
    private Main() {}

    public static void main(String... args) throws IOException {
        // the log manager must exist before another thread asks for it: a deadlock was seen otherwise
        LogManager.getLogManager();
        boolean embedded = "embedded".equals(System.getenv("DUDAO_MODE"));
        if (!embedded || isSet("DUDAO_DB_URL")) {
            Quarkus.run(args);
            return;
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(
                Path.of(System.getenv().getOrDefault("DUDAO_DATA", ".dudao/data")),
                Integer.parseInt(System.getenv().getOrDefault("DUDAO_DB_PORT", "0")),
                true)) {
            configure(database);
            Quarkus.run(args);
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Points the application at an embedded database. */
    public static void configure(EmbeddedDatabase database) {
        System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
        System.setProperty("quarkus.datasource.username", EmbeddedDatabase.APPLICATION);
        System.setProperty("quarkus.datasource.password", database.applicationPassword());
        System.setProperty("quarkus.liquibase.username", EmbeddedDatabase.OWNER);
        System.setProperty("quarkus.liquibase.password", database.ownerPassword());
    }

    private static boolean isSet(String name) {
        String value = System.getenv(name);
        return value != null && !value.isBlank();
    }
}
