package org.dudao.launch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.BlobStorage;
import org.dudao.kernel.blob.Blobs;

/** What backup and restore know of the installation, from the same variables the application reads. */
record BackupPlace(Map<String, String> env) {
    /** Where the database's copy lies in a backup, and the blobs'. */
    static final String DATABASE = "database";

    static final String DUMP = "database.dump";
    static final String BLOBS = "blobs";
    static final String MANIFEST = "manifest.properties";
    static final String SECRETS = "secrets.properties";

    Path data() {
        return Path.of(env.getOrDefault("DUDAO_DATA", ".dudao/data"));
    }

    /** Whether the database is the application's own, not a server given by its address. */
    boolean embedded() {
        return value("DUDAO_DB_URL").isEmpty();
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(env.get(name)).filter(v -> !v.isBlank());
    }

    String required(String name) {
        return value(name).orElseThrow(() -> new LaunchFailure("缺少 / missing: " + name, null));
    }

    /** The store of content the application uses. */
    Blobs blobs(Clock clock) {
        Path directory = value("DUDAO_BLOBS_DIRECTORY").map(Path::of).orElse(data().resolve(BLOBS));
        if (!"S3".equals(value("DUDAO_BLOBS_STORAGE").orElse("FILES"))) {
            return BlobStorage.files(directory, clock);
        }
        return BlobStorage.objects(
                new BlobStorage.S3(
                        value("DUDAO_S3_ENDPOINT").orElse(null),
                        value("DUDAO_S3_REGION").orElse("us-east-1"),
                        required("DUDAO_S3_BUCKET"),
                        required("DUDAO_S3_ACCESS_KEY"),
                        required("DUDAO_S3_SECRET_KEY"),
                        !"false".equals(value("DUDAO_S3_PATH_STYLE").orElse("true"))),
                directory.resolve("parts"));
    }

    /**
     * Copies what the other side does not have; what comes out as other bytes than its name says is refused.
     *
     * @return how many blobs were copied
     */
    static int copy(Blobs from, Blobs to) throws IOException {
        AtomicInteger copied = new AtomicInteger();
        from.forEach(blob -> {
            try {
                if (to.find(blob.sha256()).isEmpty() && copy(blob, from, to)) {
                    copied.incrementAndGet();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return copied.get();
    }

    private static boolean copy(Blob blob, Blobs from, Blobs to) throws IOException {
        try (InputStream in = from.open(blob.sha256())) {
            Blob kept = to.store(in);
            if (!kept.sha256().equals(blob.sha256())) {
                to.delete(kept.sha256());
                throw new LaunchFailure("内容损坏 / damaged content: " + blob.sha256(), null);
            }
            return true;
        } catch (java.io.FileNotFoundException e) {
            // swept since it was listed: nothing that is backed up afterwards names it
            return false;
        }
    }

    static boolean emptyOrAbsent(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return true;
        }
        try (var files = Files.list(directory)) {
            return files.findAny().isEmpty();
        }
    }

    /** Runs a client program of PostgreSQL against the server of DUDAO_DB_URL, as the owner of its schemas. */
    String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        String address = required("DUDAO_DB_URL").replaceFirst("^jdbc:", "");
        java.net.URI uri = java.net.URI.create(address);
        builder.environment().put("PGHOST", uri.getHost());
        builder.environment().put("PGPORT", "" + (uri.getPort() < 0 ? 5432 : uri.getPort()));
        builder.environment().put("PGDATABASE", uri.getPath().substring(1));
        builder.environment().put("PGUSER", value("DUDAO_DB_OWNER_USER").orElse("dudao_owner"));
        builder.environment().put("PGPASSWORD", required("DUDAO_DB_OWNER_PASSWORD"));
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new LaunchFailure(command[0] + ": " + said.strip(), null);
        }
        return said;
    }
}
