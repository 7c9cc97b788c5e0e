package org.dudao.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.dudao.launch.EmbeddedDatabase;

/** A real PostgreSQL for the tests, and the key their tokens are signed with. */
public class DatabaseResource implements QuarkusTestResourceLifecycleManager {
    static final KeyPair KEYS = keys();

    private Path directory;
    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("dudao-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database = EmbeddedDatabase.start(directory, 0, false);
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.datasource.jdbc.url", database.jdbcUrl());
        config.put("quarkus.datasource.username", EmbeddedDatabase.APPLICATION);
        config.put("quarkus.datasource.password", database.applicationPassword());
        config.put("quarkus.liquibase.username", EmbeddedDatabase.OWNER);
        config.put("quarkus.liquibase.password", database.ownerPassword());
        config.put("dudao.blobs.directory", directory.resolve("blobs").toString());
        config.put("dudao.evidence.uploads", directory.resolve("uploads").toString());
        config.put(
                "quarkus.oidc.public-key",
                Base64.getEncoder().encodeToString(KEYS.getPublic().getEncoded()));
        return config;
    }

    @Override
    public void stop() {
        try {
            database.close();
            try (var files = Files.walk(directory)) {
                files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
