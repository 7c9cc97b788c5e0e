package org.dudao.kernel.blob;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * Blobs as objects of an S3-compatible store, under {@code ab/cd/abcd…}. The SHA-256 goes along with every object, so that
 * the store refuses what arrives damaged. A put is atomic there: an object is whole or absent.
 */
final class S3Blobs implements Blobs {
    private final S3Client client;
    private final String bucket;
    private final Path spool;

    /** @param spool directory where content waits while its SHA-256 is found */
    S3Blobs(S3Client client, String bucket, Path spool) {
        this.client = client;
        this.bucket = bucket;
        this.spool = spool;
    }

    @Override
    public Blob store(InputStream in) throws IOException {
        try (Content content = Content.spool(in, spool)) {
            String checksum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(content.sha256()));
            asking(() -> client.putObject(
                    r -> r.bucket(bucket)
                            .key(key(content.sha256()))
                            .contentLength(content.size())
                            .checksumSHA256(checksum),
                    RequestBody.fromFile(content.file())));
            return find(content.sha256())
                    .filter(kept -> kept.size() == content.size())
                    .orElseThrow(() -> new IOException("the store did not keep " + content.sha256()));
        }
    }

    @Override
    public Optional<Blob> find(String sha256) throws IOException {
        String key = key(sha256);
        try {
            HeadObjectResponse head =
                    asking(() -> client.headObject(r -> r.bucket(bucket).key(key)));
            return Optional.of(new Blob(sha256, head.contentLength(), head.lastModified()));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public InputStream open(String sha256, long offset) throws IOException {
        String key = key(sha256);
        return asking(() ->
                client.getObject(r -> r.bucket(bucket).key(key).range(offset == 0 ? null : "bytes=" + offset + "-")));
    }

    @Override
    public void delete(String sha256) throws IOException {
        String key = key(sha256);
        asking(() -> client.deleteObject(r -> r.bucket(bucket).key(key)));
    }

    @Override
    public void forEach(Consumer<Blob> consumer) throws IOException {
        asking(() -> {
            client.listObjectsV2Paginator(r -> r.bucket(bucket)).contents().stream()
                    .forEach(o -> {
                        String name = o.key().substring(o.key().lastIndexOf('/') + 1);
                        if (Content.isName(name)) {
                            consumer.accept(new Blob(name, o.size(), o.lastModified()));
                        }
                    });
            return null;
        });
    }

    private static String key(String sha256) {
        String name = Content.name(sha256);
        return name.substring(0, 2) + "/" + name.substring(2, 4) + "/" + name;
    }

    private interface Call<T> {
        T make();
    }

    private static <T> T asking(Call<T> call) throws IOException {
        try {
            return call.make();
        } catch (NoSuchKeyException e) {
            throw new FileNotFoundException(e.getMessage());
        } catch (SdkException e) {
            throw new IOException("the object store did not do it: " + e.getMessage(), e);
        }
    }
}
