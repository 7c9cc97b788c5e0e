package org.dudao.kernel.blob;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Blobs as files: {@code ab/cd/abcd…}. A file appears under its name only when it is whole and on disk (written aside,
 * fsync, renamed), so a crash leaves at most a part nobody looks at.
 */
final class FileBlobs implements Blobs {
    private static final String PARTS = "parts";
    private final Path directory;
    private final Clock clock;

    FileBlobs(Path directory, Clock clock) {
        this.directory = directory;
        this.clock = clock;
    }

    @Override
    public Blob store(InputStream in) throws IOException {
        try (Content content = Content.spool(in, directory.resolve(PARTS))) {
            Path place = place(content.sha256());
            Files.createDirectories(place.getParent());
            FileTime now = FileTime.from(clock.instant());
            // renaming over an equal file is harmless and renews its age in the same step
            Files.setLastModifiedTime(content.file(), now);
            Files.move(content.file(), place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            for (Path up = place.getParent(); up.startsWith(directory); up = up.getParent()) {
                sync(up);
            }
            return new Blob(content.sha256(), content.size(), now.toInstant());
        }
    }

    @Override
    public Optional<Blob> find(String sha256) throws IOException {
        return read(place(sha256));
    }

    @Override
    public InputStream open(String sha256, long offset) throws IOException {
        try {
            SeekableByteChannel channel = Files.newByteChannel(place(sha256), StandardOpenOption.READ);
            return Channels.newInputStream(channel.position(offset));
        } catch (NoSuchFileException e) {
            throw new FileNotFoundException(sha256);
        }
    }

    @Override
    public void delete(String sha256) throws IOException {
        Files.deleteIfExists(place(sha256));
    }

    @Override
    public void forEach(Consumer<Blob> consumer) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (var files = Files.walk(directory, 3)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Content.isName(file.getFileName().toString())) {
                    read(file).ifPresent(consumer);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Optional<Blob> read(Path file) throws IOException {
        try {
            return Optional.of(new Blob(
                    file.getFileName().toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private Path place(String sha256) {
        String name = Content.name(sha256);
        return directory
                .resolve(name.substring(0, 2))
                .resolve(name.substring(2, 4))
                .resolve(name);
    }

    /** A rename is on disk only when its directory is. */
    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
