package org.dudao.kernel.blob;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Chooses the store the configuration asks for. */
@ApplicationScoped
public class BlobStorage {
    /** Where blobs are kept. */
    public enum Kind {
        FILES,
        S3
    }

    /**
     * An S3-compatible store.
     *
     * @param endpoint its address; null for Amazon's own
     * @param pathStyle bucket in the path, not in the host name: what most stores on one's own server want
     */
    public record S3(String endpoint, String region, String bucket, String key, String secret, boolean pathStyle) {}

    @ConfigProperty(name = "dudao.blobs.storage", defaultValue = "FILES")
    Kind kind;

    @ConfigProperty(name = "dudao.blobs.directory")
    Path directory;

    @ConfigProperty(name = "dudao.blobs.s3.endpoint")
    Optional<String> endpoint;

    @ConfigProperty(name = "dudao.blobs.s3.region", defaultValue = "us-east-1")
    String region;

    @ConfigProperty(name = "dudao.blobs.s3.bucket")
    Optional<String> bucket;

    @ConfigProperty(name = "dudao.blobs.s3.access-key")
    Optional<String> key;

    @ConfigProperty(name = "dudao.blobs.s3.secret-key")
    Optional<String> secret;

    @ConfigProperty(name = "dudao.blobs.s3.path-style", defaultValue = "true")
    boolean pathStyle;

    @Inject
    Clock clock;

    private S3Client client;

    @Produces
    @ApplicationScoped
    Blobs blobs() {
        if (kind == Kind.FILES) {
            return files(directory, clock);
        }
        S3 store = new S3(
                endpoint.orElse(null),
                region,
                required(bucket, "DUDAO_S3_BUCKET"),
                required(key, "DUDAO_S3_ACCESS_KEY"),
                required(secret, "DUDAO_S3_SECRET_KEY"),
                pathStyle);
        client = client(store);
        return new S3Blobs(client, store.bucket(), directory.resolve("parts"));
    }

    void close(@Disposes Blobs blobs) {
        if (client != null) {
            client.close();
        }
    }

    /** A store in a directory, outside the application too. */
    public static Blobs files(Path directory, Clock clock) {
        return new FileBlobs(directory, clock);
    }

    /** A store of objects, outside the application too. */
    public static Blobs objects(S3 store, Path spool) {
        return new S3Blobs(client(store), store.bucket(), spool);
    }

    private static S3Client client(S3 store) {
        S3ClientBuilder builder = S3Client.builder()
                .region(Region.of(store.region()))
                .credentialsProvider(
                        StaticCredentialsProvider.create(AwsBasicCredentials.create(store.key(), store.secret())))
                .forcePathStyle(store.pathStyle())
                // the SHA-256 is sent with each object; trailing checksums besides are not known to every store
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(UrlConnectionHttpClient.builder());
        if (store.endpoint() != null) {
            builder.endpointOverride(URI.create(store.endpoint()));
        }
        return builder.build();
    }

    private static String required(Optional<String> value, String variable) {
        return value.filter(v -> !v.isBlank())
                .orElseThrow(() -> new IllegalStateException(
                        "拒绝启动 / refusing to start: " + variable + " is not set, but DUDAO_BLOBS_STORAGE=S3"));
    }
}
