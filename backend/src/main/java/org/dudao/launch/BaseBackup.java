package org.dudao.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/**
 * A copy of a running server's directory, made as PostgreSQL's manual describes (Continuous Archiving, "Making a Base Backup
 * Using the Low Level API"): the embedded binaries carry no {@code pg_dump} and no {@code pg_basebackup}. The log written
 * meanwhile is kept by a replication slot and copied last; on its first start the copy replays it and is as of the end of the
 * backup.
 */
final class BaseBackup {
    private static final String SLOT = "dudao_backup";
    private static final String LOG = "pg_wal";
    /** Of no use in a copy; made anew by the server. */
    private static final Set<String> LEFT_OUT = Set.of("postmaster.pid", "postmaster.opts", "backup_label");

    private static final Set<String> EMPTIED = Set.of(
            LOG, "pg_replslot", "pg_dynshmem", "pg_notify", "pg_serial", "pg_snapshots", "pg_stat_tmp", "pg_subtrans");

    private BaseBackup() {}

    /** @param superuser a connection kept to this alone; it must stay open from beginning to end */
    static void make(Connection superuser, Path server, Path target) throws SQLException, IOException {
        try (Statement sql = superuser.createStatement()) {
            sql.execute("select pg_create_physical_replication_slot('" + SLOT + "', true, true)");
            sql.execute("select pg_backup_start('dudao', true)");
            copy(server, target);
            try (ResultSet end = sql.executeQuery("select labelfile from pg_backup_stop(false)")) {
                end.next();
                Files.writeString(target.resolve("backup_label"), end.getString(1), StandardCharsets.UTF_8);
            }
            Files.createDirectories(target.resolve(LOG).resolve("archive_status"));
            try (var segments = Files.list(server.resolve(LOG))) {
                segments.filter(Files::isRegularFile).forEach(s -> {
                    try {
                        Files.copy(s, target.resolve(LOG).resolve(s.getFileName()));
                    } catch (NoSuchFileException e) {
                        // recycled: older than the slot, so not needed
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            }
            sql.execute("select pg_drop_replication_slot('" + SLOT + "')");
        }
    }

    private static void copy(Path server, Path target) throws IOException {
        Files.walkFileTree(server, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Path relative = server.relativize(directory);
                Path made = Files.createDirectories(target.resolve(relative));
                Files.setPosixFilePermissions(made, Files.getPosixFilePermissions(directory));
                return EMPTIED.contains(relative.toString()) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = server.relativize(file);
                if (!LEFT_OUT.contains(relative.toString())) {
                    try {
                        Files.copy(file, target.resolve(relative));
                    } catch (NoSuchFileException e) {
                        // a table dropped meanwhile; the log says so
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
    }
}
