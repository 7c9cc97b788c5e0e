package org.dudao.evidence.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.dudao.evidence.internal.ContentStore.Seen;
import org.dudao.evidence.internal.ContentStore.Waiting;
import org.dudao.evidence.internal.FileRow.Scan;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.blob.Pins;
import org.dudao.kernel.job.JobContext;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.job.Jobs;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Looks at new content: is it infected, what does the camera say, how does it look small. Content that could not be scanned
 * waits and is tried again; it is never taken for clean.
 */
@ApplicationScoped
public class LookJob implements JobHandler {
    static final String KIND = "evidence.look";
    private static final Duration AGAIN = Duration.ofMinutes(2);

    /** What the job is given. */
    public record Payload(String sha256) {}

    @Inject
    ContentStore contents;

    @Inject
    Blobs blobs;

    @Inject
    Pins pins;

    @Inject
    Pictures pictures;

    @Inject
    Jobs jobs;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.evidence.clamd")
    Optional<String> clamd;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean behind() {
        return true;
    }

    @Override
    public Subject describe(JsonNode payload) {
        return new Subject(payload.path("sha256").asText(), null);
    }

    @Override
    public Object run(JobContext context) throws IOException {
        return look(context.payload().path("sha256").asText()) ? "looked" : "waits";
    }

    /** Content whose look failed or never came about is looked at again. */
    @Scheduled(every = "30s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void again() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            contents.takeDue(now, now.plus(AGAIN)).forEach(sha -> jobs.submit(KIND, new Payload(sha), "system"));
        });
    }

    /** False when clamd did not answer and the content has to wait. */
    boolean look(String sha) throws IOException {
        Optional<Waiting> found = QuarkusTransaction.requiringNew().call(() -> contents.waiting(sha));
        if (found.isEmpty()) {
            return true;
        }
        Waiting content = found.get();
        if (content.scan() == Scan.WAITING && !scan(content)) {
            return false;
        }
        boolean infected = QuarkusTransaction.requiringNew().call(() -> contents.waiting(sha)
                .filter(w -> w.scan() == Scan.INFECTED)
                .isPresent());
        Seen seen =
                infected || !content.mediaType().startsWith("image/") ? Seen.NOTHING : draw(sha, content.mediaType());
        QuarkusTransaction.requiringNew().run(() -> {
            pin(seen.thumbnail());
            pin(seen.published());
            contents.seen(sha, seen, clock.instant());
        });
        return true;
    }

    private boolean scan(Waiting content) {
        if (clamd.isEmpty()) {
            // it was switched off since: the file is as unscanned as any other now
            QuarkusTransaction.requiringNew().run(() -> contents.scanned(content.sha256(), Scan.OFF, null));
            return true;
        }
        String signature;
        try (InputStream in = blobs.open(content.sha256())) {
            signature = new Clamd(clamd.get()).scan(in);
        } catch (IOException e) {
            Log.warnf("clamd did not look at %s, it waits: %s", content.sha256(), e.getMessage());
            return false;
        }
        QuarkusTransaction.requiringNew().run(() -> {
            contents.scanned(content.sha256(), signature == null ? Scan.CLEAN : Scan.INFECTED, signature);
            if (signature != null) {
                audit.recordAs(
                        "system", "file.infected", "content", content.sha256(), null, Map.of("signature", signature));
            }
        });
        return true;
    }

    private Seen draw(String sha, String mediaType) throws IOException {
        Pictures.Drawn drawn = pictures.draw(mediaType, () -> blobs.open(sha));
        if (drawn == null) {
            return Seen.NOTHING;
        }
        boolean sized = drawn.width() > 0;
        return new Seen(
                sized ? drawn.width() : null,
                sized ? drawn.height() : null,
                drawn.takenAt(),
                store(drawn.thumbnail()),
                store(drawn.published()));
    }

    private String store(byte[] picture) throws IOException {
        if (picture == null) {
            return null;
        }
        Blob blob = blobs.store(Pictures.stream(picture));
        return blob.sha256();
    }

    private void pin(String sha) {
        if (sha != null && pins.pin(sha).isEmpty()) {
            throw new IllegalStateException("stored content is gone: " + sha);
        }
    }
}
