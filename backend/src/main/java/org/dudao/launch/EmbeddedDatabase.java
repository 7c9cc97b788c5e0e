package org.dudao.launch;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * A real PostgreSQL from Maven Central's binaries, for {@code ./dudao up} and the tests: durable (fsync on), on
 * loopback only, with passwords made on the first start and kept in the data directory. Production uses its own server.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    /** Role that owns the schemas and runs migrations. */
    public static final String OWNER = "dudao_owner";
    /** Role the application works as: no DDL. */
    public static final String APPLICATION = "dudao_app";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN_OF_ORPHAN = Duration.ofSeconds(20);

    private final EmbeddedPostgres postgres;
    private final Properties secrets;

    private EmbeddedDatabase(EmbeddedPostgres postgres, Properties secrets) {
        this.postgres = postgres;
        this.secrets = secrets;
    }

    /**
     * Starts the server on a data directory, made on the first start.
     *
     * @param directory holds {@code postgres/} and the secrets
     * @param port TCP port on loopback; 0 takes a free one
     * @param durable false only for tests, whose data nobody needs after a crash
     * @throws LaunchFailure in words for the operator
     */
    public static EmbeddedDatabase start(Path directory, int port, boolean durable) {
        try {
            Path data = directory.resolve("postgres");
            Files.createDirectories(directory);
            boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
            Properties secrets = secrets(directory);
            if (!fresh) {
                refuseNewer(data);
                endOrphan(data);
            }
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .setPGStartupWait(STARTUP)
                    .setLocaleConfig("encoding", "UTF8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("locale-provider", "icu")
                    .setLocaleConfig("icu-locale", "zh-Hans-CN")
                    .setServerConfig("fsync", durable ? "on" : "off")
                    .setServerConfig("synchronous_commit", durable ? "on" : "off")
                    .setServerConfig("full_page_writes", durable ? "on" : "off")
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("max_connections", "100")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("work_mem", "32MB")
                    .setServerConfig("maintenance_work_mem", "128MB")
                    .setServerConfig("max_wal_size", "4GB")
                    .setServerConfig("timezone", "UTC");
            if (!fresh) {
                builder.setConnectConfig("password", secrets.getProperty("postgres"));
            }
            EmbeddedDatabase database = new EmbeddedDatabase(builder.start(), secrets);
            if (fresh) {
                database.prepare(data);
            }
            return database;
        } catch (IOException | SQLException e) {
            throw new LaunchFailure("数据库没有启动 / the embedded database did not start: " + e.getMessage(), e);
        } catch (IllegalStateException e) {
            throw new LaunchFailure("数据库没有启动 / the embedded database did not start: " + e.getMessage(), e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/dudao";
    }

    public String ownerPassword() {
        return secrets.getProperty("owner");
    }

    public String applicationPassword() {
        return secrets.getProperty("application");
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }

    private void prepare(Path data) throws SQLException, IOException {
        try (Connection admin = DriverManager.getConnection(adminUrl("postgres"), "postgres", "");
                Statement sql = admin.createStatement()) {
            sql.execute("alter user postgres password '" + secrets.getProperty("postgres") + "'");
            sql.execute("create role " + OWNER + " login password '" + ownerPassword() + "'");
            sql.execute("create role " + APPLICATION + " login password '" + applicationPassword() + "'");
            sql.execute("create database dudao owner " + OWNER);
        }
        try (Connection admin = DriverManager.getConnection(adminUrl("dudao"), "postgres", "");
                Statement sql = admin.createStatement()) {
            sql.execute("alter schema public owner to " + OWNER);
            Files.writeString(
                    data.resolve("pg_hba.conf"),
                    "# loopback only, passwords always\nhost all all 127.0.0.1/32 scram-sha-256\n",
                    StandardCharsets.UTF_8);
            sql.execute("select pg_reload_conf()");
        }
    }

    private String adminUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + database;
    }

    private static Properties secrets(Path directory) throws IOException {
        Path file = directory.resolve("secrets.properties");
        Properties secrets = new Properties();
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                secrets.load(in);
            }
            return secrets;
        }
        SecureRandom random = new SecureRandom();
        for (String name : List.of("postgres", "owner", "application")) {
            byte[] bytes = new byte[24];
            random.nextBytes(bytes);
            secrets.setProperty(name, HexFormat.of().formatHex(bytes));
        }
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var out = Files.newBufferedWriter(file)) {
            secrets.store(out, "made on the first start; belongs to this data directory");
        }
        return secrets;
    }

    private static void refuseNewer(Path data) throws IOException {
        int stored = Integer.parseInt(
                Files.readString(data.resolve("PG_VERSION")).strip().split("\\.")[0]);
        String binaries = EmbeddedDatabase.class.getPackage().getImplementationVersion();
        int own = Integer.parseInt(System.getProperty("dudao.postgres.major", "18"));
        if (stored != own) {
            throw new LaunchFailure(
                    "数据目录来自 PostgreSQL " + stored + "，本程序带的是 " + own + "，未作任何改动 / the data directory " + data
                            + " was written by PostgreSQL " + stored + ", this build carries " + own
                            + "; nothing was changed. Use the matching build, or dump and restore."
                            + (binaries == null ? "" : " (" + binaries + ")"),
                    null);
        }
    }

    /** Ends a server that outlived a killed run, so that its lock does not block this start. */
    private static void endOrphan(Path data) throws IOException {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0).strip());
        ProcessHandle orphan = ProcessHandle.of(pid)
                .filter(p -> p.info().command().orElse("").contains("postgres"))
                .orElse(null);
        if (orphan == null) {
            return;
        }
        System.out.println("上次运行被强行中止，正在结束遗留的数据库进程 / ending the database left by a killed run, pid " + pid);
        new ProcessBuilder("kill", "-INT", "" + pid).inheritIO().start();
        try {
            orphan.onExit().get(SHUTDOWN_OF_ORPHAN.toSeconds(), java.util.concurrent.TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new LaunchFailure(
                    "遗留的数据库进程 " + pid + " 没有结束 / the orphaned database did not end: kill -INT " + pid, e);
        }
    }
}
