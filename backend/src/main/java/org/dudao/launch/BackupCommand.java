package org.dudao.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Properties;
import org.dudao.kernel.blob.BlobStorage;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.time.ClockProducer;

/**
 * {@code deploy/backup DIRECTORY}: database and content of files into an empty directory, while the application runs.
 *
 * <p>Order: the blobs, then the database, then the blobs that are new. Content never changes and nothing stored within the
 * grace of the sweep is removed, so every blob the database's copy names is in one of the two passes (ADR 0032). The
 * manifest is written last; a backup without one did not end.
 */
public final class BackupCommand {
    private BackupCommand() {}

    public static void main(String... args) throws Exception {
        if (args.length != 1) {
            System.err.println("用法 / usage: deploy/backup DIRECTORY");
            System.exit(2);
        }
        try {
            back(new BackupPlace(System.getenv()), Path.of(args[0]));
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void back(BackupPlace place, Path target) throws IOException, SQLException, InterruptedException {
        if (!BackupPlace.emptyOrAbsent(target)) {
            throw new LaunchFailure("目标目录不是空的 / the directory is not empty: " + target, null);
        }
        Files.createDirectories(target);
        Clock clock = Clock.system(ClockProducer.CHINA);
        Blobs from = place.blobs(clock);
        Blobs to = BlobStorage.files(target.resolve(BackupPlace.BLOBS), clock);
        int blobs = BackupPlace.copy(from, to);
        if (place.embedded()) {
            embedded(place, target);
        } else {
            place.run(
                    place.value("DUDAO_PG_DUMP").orElse("pg_dump"),
                    "--format=custom",
                    "--no-password",
                    "--file=" + target.resolve(BackupPlace.DUMP));
        }
        blobs += BackupPlace.copy(from, to);
        Properties manifest = new Properties();
        manifest.setProperty("format", "1");
        manifest.setProperty("database", place.embedded() ? "embedded" : "dump");
        manifest.setProperty("blobs", "" + blobs);
        manifest.setProperty("at", clock.instant().toString());
        try (var out = Files.newBufferedWriter(target.resolve(BackupPlace.MANIFEST))) {
            manifest.store(out, "a backup of Dudao; deploy/restore reads it");
        }
        System.out.println("备份完成 / backed up: " + target + " (" + blobs + " 个文件内容 / blobs)");
    }

    private static void embedded(BackupPlace place, Path target) throws IOException, SQLException {
        Path data = place.data();
        Path secrets = data.resolve(BackupPlace.SECRETS);
        Path pid = data.resolve("postgres").resolve("postmaster.pid");
        if (!Files.exists(secrets) || !Files.exists(pid)) {
            throw new LaunchFailure("没有运行中的数据库 / no database runs in " + data, null);
        }
        Properties passwords = new Properties();
        try (var in = Files.newBufferedReader(secrets)) {
            passwords.load(in);
        }
        // the fourth line of the file is the port (PostgreSQL, src/include/utils/pidfile.h)
        String port = Files.readAllLines(pid).get(3).strip();
        try (Connection superuser = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", passwords.getProperty("postgres"))) {
            BaseBackup.make(superuser, data.resolve("postgres"), target.resolve(BackupPlace.DATABASE));
        }
        Files.copy(secrets, target.resolve(BackupPlace.SECRETS));
    }
}
