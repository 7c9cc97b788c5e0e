package org.dudao.evidence.internal.upload;

import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import me.desair.tus.server.TusFileUploadService;
import me.desair.tus.server.exception.TusException;
import me.desair.tus.server.upload.UploadInfo;
import me.desair.tus.server.upload.disk.DiskLockingService;
import org.dudao.evidence.internal.FileRow;
import org.dudao.evidence.internal.FileService;
import org.dudao.evidence.internal.Intake;
import org.dudao.evidence.internal.MediaTypes;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.text.CleanText;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Uploads under way, by the tus protocol. Parts lie on disk, so that they outlive a restart; each belongs to who began it. When
 * the last byte has come the file is made at once, and the parts go.
 */
@ApplicationScoped
public class Uploads {
    /** Where uploads live; the id follows. */
    public static final String PATH = "/api/v1/evidence/uploads";

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_NOTE = 1000;
    private static final int NO_SPACE = 507;
    private static final int LOCKED = 423;

    /** Answers to the announcement of an upload: the id its file will have. */
    public static final String FILE_ID = "Dudao-File-Id";

    @Inject
    Intake intake;

    @Inject
    FileService files;

    @Inject
    MediaTypes types;

    @ConfigProperty(name = "dudao.evidence.uploads")
    Path directory;

    @ConfigProperty(name = "dudao.evidence.upload-expires")
    Duration expires;

    @ConfigProperty(name = "dudao.evidence.disk-reserve")
    MemorySize reserve;

    private TusFileUploadService tus;

    /** An answer of the protocol. */
    public record Answer(int status, Map<String, String> headers) {}

    @PostConstruct
    void prepare() {
        tus = new TusFileUploadService()
                .withUploadUri(PATH)
                .withUploadStorageService(new SurvivingParts(directory))
                .withUploadLockingService(new DiskLockingService(directory.toString()))
                .withMaxUploadSize(types.largest())
                .withUploadExpirationPeriod(expires.toMillis())
                .disableTusExtension("concatenation")
                .disableTusExtension("download");
    }

    /**
     * Begins an upload.
     *
     * @throws Problem 409, 422 or 507 when what is announced cannot be taken
     */
    public Answer begin(Map<String, String> headers, String remote, Account by) throws IOException {
        UploadInfo announced = new UploadInfo();
        Map<String, String> named = withId(headers);
        announced.setEncodedMetadata(named.get("upload-metadata"));
        long length = length(headers.get("upload-length"));
        Intake.Announced file = read(announced);
        intake.announce(file, length, by);
        Files.createDirectories(directory);
        if (directory.toFile().getUsableSpace() - reserve.asLongValue() < 2 * length) {
            throw new Problem(NO_SPACE, "evidence.upload.diskFull", List.of());
        }
        Answer answer = pass("POST", PATH, named, remote, InputStream.nullInputStream(), by);
        Map<String, String> answered = new HashMap<>(answer.headers());
        answered.put(FILE_ID, file.id().toString());
        return new Answer(answer.status(), answered);
    }

    /** A client that knows nothing of ids is given one; it then has no protection against sending the same file twice. */
    private static Map<String, String> withId(Map<String, String> headers) {
        UploadInfo info = new UploadInfo();
        info.setEncodedMetadata(headers.get("upload-metadata"));
        if (info.hasMetadata() && info.getMetadata().containsKey("id")) {
            return headers;
        }
        String id = Base64.getEncoder().encodeToString(Ids.newId().toString().getBytes(StandardCharsets.US_ASCII));
        Map<String, String> named = new HashMap<>(headers);
        named.merge("upload-metadata", "id " + id, (given, added) -> given.isBlank() ? added : given + "," + added);
        return named;
    }

    /** How much of an upload is here. */
    public Answer offset(String id, Map<String, String> headers, String remote, Account by) throws IOException {
        Optional<FileRow> received = finish(id, by);
        if (received.isPresent()) {
            String size = "" + received.get().size();
            return new Answer(
                    204,
                    Map.of(
                            "Tus-Resumable", TusFileUploadService.TUS_API_VERSION,
                            "Upload-Length", size,
                            "Upload-Offset", size));
        }
        return pass("HEAD", PATH + "/" + id, headers, remote, InputStream.nullInputStream(), by);
    }

    /**
     * Takes more bytes. What came before a connection broke is kept.
     *
     * @throws Problem 422 when the last byte has come and the content is of no kind that is taken
     */
    public Answer append(String id, Map<String, String> headers, String remote, InputStream body, Account by)
            throws IOException {
        Answer answer = pass("PATCH", PATH + "/" + id, headers, remote, body, by);
        finish(id, by);
        return answer;
    }

    /** Gives an upload up. */
    public Answer end(String id, Map<String, String> headers, String remote, Account by) throws IOException {
        return pass("DELETE", PATH + "/" + id, headers, remote, InputStream.nullInputStream(), by);
    }

    /** Uploads nobody went on with are removed with their parts. */
    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void cleanUp() throws IOException {
        if (Files.isDirectory(directory)) {
            tus.cleanup();
        }
    }

    private Answer pass(
            String method, String path, Map<String, String> headers, String remote, InputStream body, Account by)
            throws IOException {
        ServletExchange exchange = new ServletExchange(method, path, remote, headers, body);
        tus.process(exchange.request(), exchange.response(), by.subject());
        if (exchange.status() == 200) {
            // the library answers nothing when another request holds the upload
            throw new Problem(LOCKED, "evidence.upload.refused." + LOCKED, List.of());
        }
        if (exchange.status() >= 400) {
            throw new Problem(exchange.status(), "evidence.upload.refused." + exchange.status(), List.of());
        }
        return new Answer(exchange.status(), exchange.headers());
    }

    /** Makes the file once everything is here; again and again without harm, until it is made. */
    private Optional<FileRow> finish(String id, Account by) throws IOException {
        Optional<FileRow> received = files.ofUpload(id, by);
        if (received.isPresent()) {
            return received;
        }
        String uri = PATH + "/" + id;
        try {
            UploadInfo info = tus.getUploadInfo(uri, by.subject());
            if (info == null || info.isUploadInProgress()) {
                return Optional.empty();
            }
            try {
                intake.receive(read(info), info.getLength(), id, () -> bytes(uri, by), by);
            } catch (Problem refused) {
                tus.deleteUpload(uri, by.subject());
                throw refused;
            }
            tus.deleteUpload(uri, by.subject());
        } catch (TusException e) {
            Log.debugf("upload %s: %s", id, e.getMessage());
            return Optional.empty();
        }
        return files.ofUpload(id, by);
    }

    private InputStream bytes(String uri, Account by) throws IOException {
        try {
            return tus.getUploadedBytes(uri, by.subject());
        } catch (TusException e) {
            throw new IOException(e);
        }
    }

    private static long length(String header) {
        try {
            return Long.parseLong(header);
        } catch (NumberFormatException e) {
            throw Problem.badRequest("evidence.upload.length", "Upload-Length");
        }
    }

    private static Intake.Announced read(UploadInfo info) {
        Map<String, String> m = info.hasMetadata() ? info.getMetadata() : Map.of();
        try {
            return new Intake.Announced(
                    UUID.fromString(m.getOrDefault("id", "")),
                    fileName(m.getOrDefault("filename", m.get("name"))),
                    blank(m.get("factOn")) ? null : LocalDate.parse(m.get("factOn")),
                    blank(m.get("uploadedAt")) ? null : Instant.parse(m.get("uploadedAt")),
                    note(m.get("note")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw Problem.badRequest("evidence.upload.metadata", "Upload-Metadata");
        }
    }

    private static String fileName(String value) {
        String clean = value == null ? "" : CleanText.fileName(value, Integer.MAX_VALUE);
        if (clean.isEmpty() || clean.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("filename");
        }
        return clean;
    }

    private static String note(String value) {
        String clean = value == null ? "" : CleanText.paragraphs(value).strip();
        if (clean.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("note");
        }
        return clean.isEmpty() ? null : clean;
    }

    private static boolean blank(String value) {
        return value == null || value.isBlank();
    }
}
