package org.dudao.evidence.internal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;

/** A list of files as xlsx. */
public final class FileSheet {
    private FileSheet() {}

    /** Rows as they are read. */
    public interface Rows {
        void forEach(Consumer<FileRow> consumer);
    }

    public static void write(OutputStream out, Locale locale, Rows rows) throws IOException {
        try (SheetWriter sheet = new SheetWriter(
                out,
                Messages.text(locale, "evidence.sheet.name"),
                List.of(Messages.text(locale, "evidence.sheet.head").split(",")))) {
            rows.forEach(f -> sheet.row(Arrays.asList(
                    f.name(),
                    Messages.text(locale, "evidence.kind." + f.kind()),
                    f.factOn(),
                    f.uploadedAt().atZone(ClockProducer.CHINA).toLocalDateTime().withNano(0),
                    f.receivedAt().atZone(ClockProducer.CHINA).toLocalDateTime().withNano(0),
                    f.uploaderName(),
                    f.size(),
                    Messages.text(locale, f.inUse() ? "evidence.sheet.used" : "evidence.sheet.unused"),
                    f.note(),
                    f.sha256())));
        }
    }
}
