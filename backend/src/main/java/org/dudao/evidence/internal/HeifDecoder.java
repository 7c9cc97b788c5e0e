package org.dudao.evidence.internal;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Pictures of iPhones (HEIC) as JPEG, by libheif's {@code heif-convert} where the administrator has installed it and named
 * its path. It is a process of its own: what a picture does to it does nothing to the application, and it is ended when it
 * takes too long. There is no decoder for Java whose licence leaves the office free of patent promises.
 */
@ApplicationScoped
class HeifDecoder {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Optional<String> command;
    private final Duration longest;

    @Inject
    HeifDecoder(@ConfigProperty(name = "dudao.evidence.heif-convert") Optional<String> command) {
        this(command, LONGEST);
    }

    HeifDecoder(Optional<String> command, Duration longest) {
        this.command = command;
        this.longest = longest;
    }

    /** What is done with the JPEG; the file is gone afterwards. */
    interface Use<T> {
        T of(MediaTypes.Source jpeg) throws IOException;
    }

    /** Empty without a decoder, and when it made nothing of the picture. The JPEG is upright, whatever its metadata says. */
    <T> Optional<T> decoded(MediaTypes.Source heif, Use<T> use) throws IOException {
        if (command.isEmpty()) {
            return Optional.empty();
        }
        Path directory = Files.createTempDirectory("dudao-heif");
        try {
            Path in = directory.resolve("in.heic");
            try (InputStream content = heif.open()) {
                Files.copy(content, in, StandardCopyOption.REPLACE_EXISTING);
            }
            if (!run(List.of(command.get(), "-q", "92", in.toString(), directory + "/out.jpg"))) {
                return Optional.empty();
            }
            // of a file of several pictures it makes out-1.jpg, out-2.jpg, …
            Optional<Path> first = made(directory);
            return first.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(use.of(() -> Files.newInputStream(first.get())));
        } finally {
            remove(directory);
        }
    }

    private boolean run(List<String> call) throws IOException {
        Process process = new ProcessBuilder(call)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                Log.infof("%s took longer than %s and was ended", call.get(0), longest);
                return false;
            }
            return process.exitValue() == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }

    private static Optional<Path> made(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(f -> f.getFileName().toString().startsWith("out"))
                    .min(Comparator.naturalOrder());
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
