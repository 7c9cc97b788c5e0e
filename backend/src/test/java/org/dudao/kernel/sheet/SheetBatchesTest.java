package org.dudao.kernel.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dudao.kernel.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SheetBatchesTest {
    @TempDir
    Path directory;

    private SheetFile csv(int rows) throws IOException {
        Path file = directory.resolve("rows.csv");
        Files.writeString(
                file,
                IntStream.rangeClosed(1, rows).mapToObj(i -> "row," + i).collect(Collectors.joining("\n")),
                StandardCharsets.UTF_8);
        return SheetFile.open(file);
    }

    @Test
    void handsOverEveryRowAfterTheHeaderInOrder() throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        SheetBatches.read(csv(10_502), 2, rows -> {
            sizes.add(rows.size());
            rows.forEach(r -> numbers.add(r.number()));
        });
        assertEquals(IntStream.rangeClosed(3, 10_502).boxed().toList(), numbers);
        assertEquals(500, sizes.get(sizes.size() - 1));
        assertEquals(11, sizes.size());
    }

    @Test
    void whatTheTakerThrowsEndsTheReading() throws IOException {
        List<Integer> taken = new ArrayList<>();
        SheetFile file = csv(20_000);
        IOException thrown = assertThrows(
                IOException.class,
                () -> SheetBatches.read(file, 0, rows -> {
                    taken.add(rows.size());
                    throw new IOException("full");
                }));
        assertEquals("full", thrown.getMessage());
        assertEquals(List.of(1_000), taken);
    }

    @Test
    void aDamagedFileIsToldAfterTheRowsBeforeTheDamage() throws IOException {
        Path file = directory.resolve("cut.xlsx");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0});
        SheetFile damaged = SheetFile.checked(file, SheetFormat.XLSX);
        Problem problem = assertThrows(Problem.class, () -> SheetBatches.read(damaged, 0, rows -> {}));
        assertEquals("kernel.sheet.damaged", problem.code());
    }
}
