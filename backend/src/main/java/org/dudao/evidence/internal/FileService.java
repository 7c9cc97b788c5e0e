package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.time.ClockProducer;
import org.dudao.kernel.time.Days;
import org.dudao.kernel.web.ETags;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Files as people see them: found, described, given out. */
@ApplicationScoped
public class FileService {
    @Inject
    FileStore store;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @ConfigProperty(name = "dudao.evidence.orphan-grace")
    Duration grace;

    /** Which form of a file's content. */
    public enum Form {
        ORIGINAL,
        THUMBNAIL,
        /** without EXIF */
        PUBLISHED
    }

    @Transactional
    public Page<FileRow> list(FileFilter filter, Account by) {
        return store.page(by, filter);
    }

    @Transactional
    public void forEach(FileFilter filter, Account by, Consumer<FileRow> consumer) {
        store.forEach(by, filter, consumer);
    }

    /** Those of them the caller may see, in the order asked for. */
    @Transactional
    public List<FileRow> some(List<UUID> ids, Account by) {
        Collection<FileRow> found = store.find(ids, by);
        return ids.stream()
                .distinct()
                .flatMap(id -> found.stream().filter(f -> f.id().equals(id)))
                .toList();
    }

    @Transactional
    public FileRow get(UUID id, Account by) {
        return store.find(id, by).orElseThrow(() -> Problem.notFound("evidence.file.notFound", id));
    }

    /** The file an upload became, for who sent it. */
    @Transactional
    public Optional<FileRow> ofUpload(String upload, Account by) {
        return store.ofUpload(upload, by);
    }

    /** Day a file is removed when it goes on proving nothing; null when it ever proved something. */
    public LocalDate sweptOn(FileRow f) {
        return f.everUsed()
                ? null
                : LocalDate.ofInstant(f.receivedAt().plus(grace), ClockProducer.CHINA)
                        .plusDays(1);
    }

    /** Name, day and note may be mended by who sent it. */
    @Transactional
    public FileRow describe(UUID id, String ifMatch, String name, LocalDate factOn, String note, Account by) {
        FileRow before = get(id, by);
        if (!before.uploader().equals(by.subject())) {
            throw Problem.forbidden("evidence.file.notYours");
        }
        ETags.requireMatch(ifMatch, before.version());
        requirePossible(factOn, LocalDate.now(clock));
        if (!extension(name).equalsIgnoreCase(extension(before.name()))) {
            throw Problem.unprocessable("evidence.file.extension", "name", extension(before.name()));
        }
        if (!store.update(id, before.version(), name, factOn, note)) {
            throw new Problem(412, "kernel.stale", List.of());
        }
        Map<String, Object> changes = new LinkedHashMap<>();
        Audit.putChange(changes, "name", before.name(), name);
        Audit.putChange(changes, "factOn", before.factOn(), factOn);
        Audit.putChange(changes, "note", before.note(), note);
        audit.record("file.described", "file", id, before.regionCode(), changes);
        return get(id, by);
    }

    /**
     * Removes a file of one's own that never proved anything. Its content goes with the next sweep, unless another file is the same.
     *
     * @throws Problem 403 for somebody else's, 409 when it proves or proved something
     */
    @Transactional
    public void delete(UUID id, String ifMatch, Account by) {
        FileRow file = get(id, by);
        if (!file.uploader().equals(by.subject())) {
            throw Problem.forbidden("evidence.file.notYours");
        }
        ETags.requireMatch(ifMatch, file.version());
        if (file.everUsed() || !store.delete(id)) {
            throw Problem.conflict("evidence.file.used", file.name());
        }
        audit.record(
                "file.deleted",
                "file",
                id,
                file.regionCode(),
                Map.of("name", file.name(), "sha256", file.sha256(), "size", file.size()));
    }

    /**
     * What is to be given out.
     *
     * @param sha256 blob
     */
    public record Given(FileRow file, String sha256, String mediaType, String name) {}

    /** Finds content for a download and records it; looking at thumbnails is not recorded. */
    @Transactional
    public Given give(UUID id, Form form, Account by) {
        FileRow file = get(id, by);
        if (file.scan() == FileRow.Scan.INFECTED) {
            throw Problem.conflict("evidence.file.infected", file.name(), file.signature());
        }
        if (!file.readable()) {
            throw Problem.conflict("evidence.file.waiting", file.name());
        }
        Given given =
                switch (form) {
                    case ORIGINAL -> new Given(file, file.sha256(), file.mediaType(), file.name());
                    case THUMBNAIL -> new Given(file, present(file.thumbnail(), id), "image/jpeg", "");
                    case PUBLISHED ->
                        new Given(file, present(file.published(), id), "image/jpeg", baseOf(file.name()) + ".jpg");
                };
        if (form != Form.THUMBNAIL) {
            audit.record("file.downloaded", "file", id, file.regionCode(), Map.of("name", file.name(), "form", form));
        }
        return given;
    }

    private static String present(String sha, UUID id) {
        if (sha == null) {
            throw Problem.notFound("evidence.file.noPicture", id);
        }
        return sha;
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static String baseOf(String name) {
        return name.substring(0, name.length() - extension(name).length());
    }

    /** Refuses a day of the fact that lies ahead, or before anything the offices keep records of. */
    static void requirePossible(LocalDate factOn, LocalDate today) {
        if (factOn != null && factOn.isAfter(today)) {
            throw Problem.unprocessable("evidence.file.future", "factOn", factOn);
        }
        if (factOn != null && factOn.isBefore(Days.EARLIEST)) {
            throw Problem.unprocessable("evidence.file.early", "factOn", factOn, Days.EARLIEST);
        }
    }
}
