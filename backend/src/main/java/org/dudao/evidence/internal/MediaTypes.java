package org.dudao.evidence.internal;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.Tika;
import org.dudao.evidence.FileKind;
import org.dudao.kernel.error.Problem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What is taken and what is not: the type is found in the content, the name only decides between types that look alike from
 * within (the Office formats). What a browser could run (HTML, SVG), programs and macros are never taken.
 */
@ApplicationScoped
public class MediaTypes {
    static final String OOXML = "application/vnd.openxmlformats-officedocument.";

    private static final Map<String, FileKind> TAKEN = Map.ofEntries(
            Map.entry("image/jpeg", FileKind.PHOTO),
            Map.entry("image/png", FileKind.PHOTO),
            Map.entry("image/gif", FileKind.PHOTO),
            Map.entry("image/bmp", FileKind.PHOTO),
            Map.entry("image/webp", FileKind.PHOTO),
            Map.entry("image/heic", FileKind.PHOTO),
            Map.entry("image/heif", FileKind.PHOTO),
            Map.entry("image/tiff", FileKind.DOCUMENT),
            Map.entry("application/pdf", FileKind.DOCUMENT),
            Map.entry("application/msword", FileKind.DOCUMENT),
            Map.entry("application/vnd.ms-excel", FileKind.DOCUMENT),
            Map.entry("application/vnd.ms-powerpoint", FileKind.DOCUMENT),
            Map.entry(OOXML + "wordprocessingml.document", FileKind.DOCUMENT),
            Map.entry(OOXML + "spreadsheetml.sheet", FileKind.DOCUMENT),
            Map.entry(OOXML + "presentationml.presentation", FileKind.DOCUMENT),
            Map.entry("audio/mpeg", FileKind.AUDIO),
            Map.entry("audio/mp4", FileKind.AUDIO),
            Map.entry("audio/x-m4a", FileKind.AUDIO),
            Map.entry("audio/vnd.wave", FileKind.AUDIO),
            Map.entry("audio/amr", FileKind.AUDIO),
            Map.entry("video/mp4", FileKind.VIDEO),
            Map.entry("video/x-m4v", FileKind.VIDEO),
            Map.entry("video/quicktime", FileKind.VIDEO),
            Map.entry("video/3gpp", FileKind.VIDEO),
            Map.entry("video/webm", FileKind.VIDEO));

    private static final List<String> INLINE = List.of("image/jpeg", "image/png", "image/gif", "image/webp");

    @ConfigProperty(name = "dudao.evidence.max-pixels")
    long maxPixels;

    private final Tika tika = new Tika();

    @ConfigProperty(name = "dudao.evidence.limit.photo")
    MemorySize photo;

    @ConfigProperty(name = "dudao.evidence.limit.document")
    MemorySize document;

    @ConfigProperty(name = "dudao.evidence.limit.audio")
    MemorySize audio;

    @ConfigProperty(name = "dudao.evidence.limit.video")
    MemorySize video;

    /** A type that is taken. */
    public record Found(String mediaType, FileKind kind) {}

    /** Bytes of the largest file of any kind. */
    public long largest() {
        return List.of(photo, document, audio, video).stream()
                .mapToLong(MemorySize::asLongValue)
                .max()
                .orElseThrow();
    }

    /**
     * Refuses at once what its name says cannot be taken, before a byte is sent.
     *
     * @throws Problem 422 naming the file and what would be right
     */
    public void requireLikely(String name, long size) {
        Found likely = taken(tika.detect(name)).orElseThrow(() -> refused(name));
        requireSize(name, likely.kind(), size);
    }

    /**
     * Finds the type of what was received.
     *
     * @throws Problem 422 naming the file and what would be right
     */
    public Found require(String name, long size, Source content) throws IOException {
        String type;
        try (InputStream in = new BufferedInputStream(content.open())) {
            type = tika.detect(in, name.toLowerCase(Locale.ROOT));
        }
        Found found = taken(type).orElseThrow(() -> refused(name));
        requireSize(name, found.kind(), size);
        if (!Whole.is(type, found.kind(), content, size, maxPixels)) {
            throw Problem.unprocessable(cut(type, found.kind()), "file", name);
        }
        if (type.startsWith(OOXML) && !OfficeFiles.document(content)) {
            throw refused(name);
        }
        return found;
    }

    /** Whether a browser may show it in place; everything else is saved as a file. */
    public static boolean inline(String mediaType) {
        return INLINE.contains(mediaType) || mediaType.startsWith("audio/") || mediaType.startsWith("video/");
    }

    /** Content that can be read more than once. */
    public interface Source {
        InputStream open() throws IOException;
    }

    private static Optional<Found> taken(String type) {
        return Optional.ofNullable(TAKEN.get(type)).map(kind -> new Found(type, kind));
    }

    private static String cut(String type, FileKind kind) {
        if (kind == FileKind.PHOTO) {
            return "evidence.file.cutPicture";
        }
        return type.equals("application/pdf") ? "evidence.file.cutPdf" : "evidence.file.cut";
    }

    private void requireSize(String name, FileKind kind, long size) {
        MemorySize limit =
                switch (kind) {
                    case PHOTO -> photo;
                    case DOCUMENT -> document;
                    case AUDIO -> audio;
                    case VIDEO -> video;
                };
        if (size > limit.asLongValue()) {
            throw Problem.unprocessable(
                    "evidence.file.tooLarge", "file", name, megabytes(size), megabytes(limit.asLongValue()));
        }
    }

    private static Problem refused(String name) {
        return Problem.unprocessable("evidence.file.type", "file", name);
    }

    private static String megabytes(long bytes) {
        return "" + Math.max(1, Math.round(bytes / 1048576.0));
    }
}
