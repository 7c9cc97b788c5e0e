package org.dudao.kernel.sheet;

import io.quarkus.logging.Log;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dudao.kernel.error.Problem;

/**
 * A workbook or CSV file a person handed over, read row by row. The format is told by content, never by the name. The
 * first sheet is read; formulas count with their last computed value.
 */
public final class SheetFile {
    private static final long MOST_UNPACKED = 1L << 30;
    /** An archive that unpacks to more than this must not have been packed tighter than {@link #TIGHTEST}. */
    private static final long SUSPICIOUS_FROM = 64L << 20;

    /** Real sheets are packed 5 to 40 times; a deflated run of one byte about 1,000 times. */
    private static final int TIGHTEST = 100;

    private static final int MOST_ENTRIES = 2_000;
    private static final int MOST_ROWS = 1_048_576;
    private static final int MOST_COLUMNS = 1_000;
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] OLE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private final Path path;
    private final SheetFormat format;

    private SheetFile(Path path, SheetFormat format) {
        this.path = path;
        this.format = format;
    }

    /** Receives rows; return false to stop reading. */
    public interface RowConsumer {
        boolean accept(SheetRow row);
    }

    /**
     * Looks at the content and refuses what is neither a workbook nor text.
     *
     * @throws Problem 415 {@code kernel.sheet.xls} for the old binary format, {@code kernel.sheet.unknown} for anything
     *     else, {@code kernel.sheet.html} for a web page; 413 {@code kernel.sheet.bomb} for an archive that unpacks to
     *     more than 1 GiB or is packed tighter than any sheet; 422 {@code kernel.sheet.empty}, {@code kernel.sheet.nul}
     */
    public static SheetFile open(Path path) throws IOException {
        byte[] head = new byte[4];
        try (InputStream in = Files.newInputStream(path)) {
            int read = in.readNBytes(head, 0, head.length);
            if (read == 0) {
                throw Problem.unprocessable("kernel.sheet.empty", "file");
            }
        }
        if (java.util.Arrays.equals(head, OLE)) {
            throw new Problem(415, "kernel.sheet.xls", List.of());
        }
        if (java.util.Arrays.equals(head, ZIP)) {
            checkArchive(path);
            return new SheetFile(path, SheetFormat.XLSX);
        }
        TextCheck.refuseUnlessText(path);
        return new SheetFile(path, SheetFormat.CSV);
    }

    /** A file that was checked when it was uploaded. */
    public static SheetFile checked(Path path, SheetFormat format) {
        return new SheetFile(path, format);
    }

    public SheetFormat format() {
        return format;
    }

    /**
     * Reads the rows in order, blank ones included, one in memory at a time.
     *
     * @throws Problem 422 {@code kernel.sheet.damaged} when the content is not what its format promises
     */
    public void read(RowConsumer consumer) throws IOException {
        try {
            if (format == SheetFormat.XLSX) {
                readWorkbook(consumer);
            } else {
                readText(consumer);
            }
        } catch (Problem p) {
            throw p;
        } catch (IOException | RuntimeException e) {
            throw damagedOr(e);
        }
    }

    private static RuntimeException damagedOr(Exception e) throws IOException {
        Log.debug("A sheet could not be read", e);
        for (Throwable t = e; t != null; t = t.getCause()) {
            String from = t.getClass().getName();
            if (from.contains("XMLStream")
                    || from.contains("fastexcel")
                    || from.contains("Zip")
                    || t instanceof java.io.UncheckedIOException
                    || t instanceof IOException) {
                return Problem.unprocessable("kernel.sheet.damaged", "file");
            }
        }
        throw (RuntimeException) e;
    }

    private void readWorkbook(RowConsumer consumer) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(path.toFile());
                var rows = workbook.getFirstSheet().openStream()) {
            for (Row row : (Iterable<Row>) rows::iterator) {
                if (row.getRowNum() > MOST_ROWS || row.getCellCount() > MOST_COLUMNS) {
                    throw tooLarge();
                }
                List<String> cells = new ArrayList<>(row.getCellCount());
                for (int c = 0; c < row.getCellCount(); c++) {
                    cells.add(text(row.getCell(c)));
                }
                if (!consumer.accept(new SheetRow(row.getRowNum(), cells))) {
                    return;
                }
            }
        }
    }

    private static String text(Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getType() == CellType.NUMBER
                || cell.getType() == CellType.FORMULA
                || cell.getType() == CellType.ERROR) {
            String raw = cell.getRawValue();
            if (raw == null || raw.isEmpty()) {
                return cell.getType() == CellType.FORMULA ? CellText.NOT_CALCULATED : "";
            }
            return raw;
        }
        return cell.getText();
    }

    private void readText(RowConsumer consumer) throws IOException {
        try (Reader reader = reader(path);
                CSVParser parser = CSVFormat.DEFAULT
                        .builder()
                        .setDelimiter(delimiter(path))
                        .setIgnoreEmptyLines(false)
                        .setIgnoreSurroundingSpaces(true)
                        .get()
                        .parse(reader)) {
            int number = 0;
            for (CSVRecord record : parser) {
                if (++number > MOST_ROWS || record.size() > MOST_COLUMNS) {
                    throw tooLarge();
                }
                if (!consumer.accept(new SheetRow(number, record.toList()))) {
                    return;
                }
            }
        }
    }

    private static Reader reader(Path path) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
        in.mark(3);
        byte[] bom = in.readNBytes(3);
        boolean marked =
                bom.length == 3 && (bom[0] & 0xFF) == 0xEF && (bom[1] & 0xFF) == 0xBB && (bom[2] & 0xFF) == 0xBF;
        if (!marked) {
            in.reset();
        }
        return new InputStreamReader(in, marked || isUtf8(path) ? StandardCharsets.UTF_8 : Charset.forName("GB18030"));
    }

    private static boolean isUtf8(Path path) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try (var channel = Files.newByteChannel(path)) {
            boolean end;
            do {
                end = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result = decoder.decode(bytes, chars, end);
                if (result.isError()) {
                    return false;
                }
                bytes.compact();
                chars.clear();
            } while (!end);
            return true;
        }
    }

    private static char delimiter(Path path) throws IOException {
        try (var lines = new java.io.BufferedReader(reader(path))) {
            String first = lines.readLine();
            if (first == null) {
                return ',';
            }
            char best = ',';
            for (char c : new char[] {'\t', ';'}) {
                if (first.chars().filter(x -> x == c).count()
                        > first.chars().filter(x -> x == ',').count()) {
                    best = c;
                }
            }
            return best;
        }
    }

    /** Unpacks everything once without keeping it: sizes an archive declares cannot be trusted. */
    private static void checkArchive(Path path) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long packed = Files.size(path);
        long total = 0;
        int entries = 0;
        boolean workbook = false;
        try (ZipFile zip = ZipFile.builder().setPath(path).get()) {
            for (ZipArchiveEntry entry : (Iterable<ZipArchiveEntry>) zip.getEntries()::asIterator) {
                workbook |= "xl/workbook.xml".equals(entry.getName());
                if (++entries > MOST_ENTRIES) {
                    throw tooLarge();
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                        total += n;
                        if (total > MOST_UNPACKED || total > SUSPICIOUS_FROM && total / TIGHTEST > packed) {
                            throw new Problem(413, "kernel.sheet.bomb", List.of());
                        }
                    }
                }
            }
        } catch (IOException e) {
            Log.debug("An archive could not be read", e);
            throw Problem.unprocessable("kernel.sheet.damaged", "file");
        }
        if (!workbook) {
            throw new Problem(415, "kernel.sheet.unknown", List.of());
        }
    }

    private static Problem tooLarge() {
        return new Problem(413, "kernel.sheet.tooLarge", List.of(), MOST_ROWS, MOST_COLUMNS);
    }
}
