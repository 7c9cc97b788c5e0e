package org.dudao.evidence.internal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that are called as heif-convert is; the last two arguments are the picture and the JPEG to be made. */
class HeifDecoderTest {
    private static final byte[] PICTURE = {0, 0, 0, 24, 'f', 't', 'y', 'p', 'h', 'e', 'i', 'c'};

    @TempDir
    Path directory;

    private HeifDecoder calling(String... lines) throws IOException {
        return new HeifDecoder(Optional.of(program(lines)), Duration.ofSeconds(20));
    }

    private String program(String... lines) throws IOException {
        Path program = directory.resolve("heif-convert");
        Files.write(
                program, Stream.concat(Stream.of("#!/bin/sh"), Stream.of(lines)).toList());
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return program.toString();
    }

    private static Optional<byte[]> decoded(HeifDecoder decoder) throws IOException {
        return decoder.decoded(
                () -> new ByteArrayInputStream(PICTURE), jpeg -> jpeg.open().readAllBytes());
    }

    @Test
    void the_program_is_given_the_picture_and_its_jpeg_is_read() throws IOException {
        assertArrayEquals(PICTURE, decoded(calling("cp \"$3\" \"$4\"")).orElseThrow());
    }

    @Test
    void of_several_pictures_the_first_is_taken() throws IOException {
        HeifDecoder decoder = calling("echo two > \"${4%.jpg}-2.jpg\"", "echo one > \"${4%.jpg}-1.jpg\"");
        assertEquals("one\n", new String(decoded(decoder).orElseThrow()));
    }

    @Test
    void what_it_cannot_read_is_no_picture() throws IOException {
        assertEquals(Optional.empty(), decoded(calling("cp \"$3\" \"$4\"", "exit 1")));
        assertEquals(Optional.empty(), decoded(calling("exit 0")));
    }

    @Test
    void without_a_program_there_is_no_picture() throws IOException {
        assertEquals(Optional.empty(), decoded(new HeifDecoder(Optional.empty(), Duration.ofSeconds(20))));
    }

    @Test
    void one_that_does_not_end_is_ended() throws IOException {
        String program = program("cp \"$3\" \"$4\"", "exec tail -f /dev/null");
        HeifDecoder impatient = new HeifDecoder(Optional.of(program), Duration.ofMillis(300));
        assertEquals(Optional.empty(), decoded(impatient));
    }

    @Test
    void nothing_of_the_picture_is_left_behind() throws IOException {
        List<Path> before = left();
        decoded(calling("cp \"$3\" \"$4\""));
        assertEquals(before, left());
    }

    private static List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(f -> f.getFileName().toString().startsWith("dudao-heif"))
                    .sorted()
                    .toList();
        }
    }
}
