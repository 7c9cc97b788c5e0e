package org.dudao.kernel.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** The database for a command of {@code ./dudao} beside the running application, with the application's rights. */
public final class CommandDatabase {
    private static final String APPLICATION = "dudao_app";

    private CommandDatabase() {}

    /** The one {@code DUDAO_DB_URL} names, else the embedded one of {@code DUDAO_DATA}; ends the process when there is none. */
    public static Jdbi connect() throws IOException {
        String url = System.getenv("DUDAO_DB_URL");
        if (url != null && !url.isBlank()) {
            return Jdbi.create(
                            url,
                            System.getenv().getOrDefault("DUDAO_DB_USER", APPLICATION),
                            System.getenv().getOrDefault("DUDAO_DB_PASSWORD", ""))
                    .installPlugin(new PostgresPlugin());
        }
        Path secretsFile = Path.of(System.getenv("DUDAO_DATA"), "secrets.properties");
        if (!Files.exists(secretsFile)) {
            System.err.println("没有找到运行中的数据，请先 ./dudao up / no data found: run ./dudao up first");
            System.exit(1);
        }
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(secretsFile)) {
            secrets.load(in);
        }
        return Jdbi.create(
                        "jdbc:postgresql://127.0.0.1:" + System.getenv("DUDAO_DB_PORT")
                                + "/dudao?reWriteBatchedInserts=true",
                        APPLICATION,
                        secrets.getProperty("application"))
                .installPlugin(new PostgresPlugin());
    }
}
