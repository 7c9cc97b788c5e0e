package org.dudao.demo;

import java.io.IOException;
import java.time.Clock;
import org.dudao.kernel.sql.CommandDatabase;
import org.jdbi.v3.core.Jdbi;

/** {@code ./dudao demo --counties N}: fills the running embedded database with a province for load tests. */
public final class DemoCommand {
    private static final int MOST = 2_900;

    private DemoCommand() {}

    public static void main(String... args) throws IOException {
        int counties = counties(args);
        Jdbi jdbi = CommandDatabase.connect();
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
