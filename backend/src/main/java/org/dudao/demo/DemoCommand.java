package org.dudao.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.dudao.launch.EmbeddedDatabase;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.postgres.PostgresPlugin;

/** {@code ./dudao demo --counties N}: fills the running embedded database with a province for load tests. */
public final class DemoCommand {
    private static final int MOST = 2_900;

    private DemoCommand() {}

    public static void main(String... args) throws IOException {
        int counties = counties(args);
        Path secretsFile = Path.of(System.getenv("DUDAO_DATA"), "secrets.properties");
        if (!Files.exists(secretsFile)) {
            System.err.println("没有找到运行中的数据，请先 ./dudao up / no data found: run ./dudao up first");
            System.exit(1);
        }
        Properties secrets = new Properties();
        try (var in = Files.newBufferedReader(secretsFile)) {
            secrets.load(in);
        }
        String url =
                "jdbc:postgresql://127.0.0.1:" + System.getenv("DUDAO_DB_PORT") + "/dudao?reWriteBatchedInserts=true";
        Jdbi jdbi = Jdbi.create(url, EmbeddedDatabase.APPLICATION, secrets.getProperty("application"))
                .installPlugin(new PostgresPlugin());
        jdbi.useTransaction(h -> new DemoLoader(h, Clock.systemUTC().instant()).loadProvince(counties));
        long schools =
                jdbi.withHandle(h -> h.createQuery("select count(*) from registry.school where region_code like '99%'")
                        .mapTo(long.class)
                        .one());
        System.out.println("云岭省 / the demonstration province now has " + schools + " schools");
    }

    private static int counties(String... args) {
        if (args.length == 2 && "--counties".equals(args[0]) && args[1].matches("[0-9]{1,4}")) {
            int n = Integer.parseInt(args[1]);
            if (n >= 1 && n <= MOST) {
                return n;
            }
        }
        System.err.println("用法 / usage: ./dudao demo --counties N   (1 – " + MOST + ")");
        System.exit(2);
        return 0;
    }
}
