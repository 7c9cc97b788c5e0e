package org.dudao.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import org.dudao.kernel.blob.BlobStorage;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.time.ClockProducer;

/**
 * {@code deploy/restore DIRECTORY}: a backup into an empty installation, while the application stands still. Every piece of
 * content is checked against its SHA-256 on the way.
 */
public final class RestoreCommand {
    private RestoreCommand() {}

    public static void main(String... args) throws Exception {
        if (args.length != 1) {
            System.err.println("用法 / usage: deploy/restore DIRECTORY");
            System.exit(2);
        }
        try {
            restore(new BackupPlace(System.getenv()), Path.of(args[0]));
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    static void restore(BackupPlace place, Path backup) throws IOException, InterruptedException {
        Path manifest = backup.resolve(BackupPlace.MANIFEST);
        if (!Files.exists(manifest)) {
            throw new LaunchFailure("不是完整的备份 / not a complete backup: " + backup, null);
        }
        Properties told = new Properties();
        try (var in = Files.newBufferedReader(manifest)) {
            told.load(in);
        }
        String kind = place.embedded() ? "embedded" : "dump";
        if (!kind.equals(told.getProperty("database"))) {
            throw new LaunchFailure(
                    "备份的数据库方式不同 / the backup holds another kind of database: " + told.getProperty("database"), null);
        }
        Clock clock = Clock.system(ClockProducer.CHINA);
        Blobs to = place.blobs(clock);
        AtomicInteger there = new AtomicInteger();
        to.forEach(b -> there.incrementAndGet());
        if (there.get() > 0) {
            throw notEmpty("文件存储 / the store of files");
        }
        if (place.embedded()) {
            embedded(place, backup);
        } else {
            external(place, backup);
        }
        int blobs = BackupPlace.copy(BlobStorage.files(backup.resolve(BackupPlace.BLOBS), clock), to);
        if (blobs != Integer.parseInt(told.getProperty("blobs"))) {
            throw new LaunchFailure(
                    "备份应有 " + told.getProperty("blobs") + " 个文件内容，实有 " + blobs + " / the backup lacks content: "
                            + told.getProperty("blobs") + " told, " + blobs + " found",
                    null);
        }
        System.out.println("恢复完成，全部内容校验无误 / restored, every check sum holds: " + blobs + " 个文件内容 / blobs");
    }

    private static void embedded(BackupPlace place, Path backup) throws IOException {
        Path postgres = place.data().resolve("postgres");
        if (!BackupPlace.emptyOrAbsent(postgres)) {
            throw notEmpty("" + postgres);
        }
        Path from = backup.resolve(BackupPlace.DATABASE);
        Files.createDirectories(place.data());
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        postgres.resolve(from.relativize(file)),
                        StandardCopyOption.REPLACE_EXISTING,
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.copy(
                backup.resolve(BackupPlace.SECRETS),
                place.data().resolve(BackupPlace.SECRETS),
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    private static void external(BackupPlace place, Path backup) throws IOException, InterruptedException {
        String tables = place.run(
                place.value("DUDAO_PSQL").orElse("psql"),
                "--no-password",
                "--tuples-only",
                "--command=select count(*) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')");
        if (!"0".equals(tables.strip())) {
            throw notEmpty("数据库 / the database");
        }
        place.run(
                place.value("DUDAO_PG_RESTORE").orElse("pg_restore"),
                "--no-password",
                "--no-owner",
                "--exit-on-error",
                "--single-transaction",
                "--dbname="
                        + java.net
                                .URI
                                .create(place.required("DUDAO_DB_URL").replaceFirst("^jdbc:", ""))
                                .getPath()
                                .substring(1),
                "" + backup.resolve(BackupPlace.DUMP));
    }

    private static LaunchFailure notEmpty(String what) {
        return new LaunchFailure("不是空的，未作任何改动 / not empty, nothing was changed: " + what, null);
    }
}
