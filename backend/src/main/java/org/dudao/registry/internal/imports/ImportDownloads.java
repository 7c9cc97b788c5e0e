package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.dudao.kernel.page.PageRequest;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;
import org.dudao.kernel.time.ClockProducer;

/** What can be taken away from an import. */
@ApplicationScoped
public class ImportDownloads {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ClockProducer.CHINA);
    private static final List<String> COLUMNS = List.of(
            "fileName",
            "kind",
            "year",
            "state",
            "rowsTotal",
            "rowsClean",
            "rowsWithErrors",
            "rowsToConfirm",
            "rowsSkipped",
            "committedRows",
            "createdBy",
            "createdAt",
            "committedAt");

    @Inject
    ImportStore store;

    /** The list of imports. */
    public void list(Scope scope, PageRequest order, Locale locale, OutputStream out) throws IOException {
        List<String> headers = COLUMNS.stream()
                .map(c -> Messages.text(locale, "registry.import.column." + c))
                .toList();
        try (SheetWriter sheet = new SheetWriter(out, Messages.text(locale, "registry.export.imports"), headers)) {
            store.forEach(
                    scope,
                    order,
                    i -> sheet.row(Arrays.asList(
                            i.fileName(),
                            Messages.text(locale, "registry.import.kind." + i.kind()),
                            i.year(),
                            Messages.text(locale, "registry.import.stateName." + i.state()),
                            i.rowsTotal(),
                            i.rowsClean(),
                            i.rowsWithErrors(),
                            i.rowsToConfirm(),
                            i.rowsSkipped(),
                            i.committedRows(),
                            i.createdBy(),
                            minute(i.createdAt()),
                            minute(i.committedAt()))));
        }
    }

    private static String minute(Instant at) {
        return at == null ? null : MINUTE.format(at);
    }

    /** The user's own workbook with the bad cells marked and a reason beside each. */
    public void marked(ImportView view, Locale locale, OutputStream out) throws IOException {
        MarkedWorkbook workbook = new MarkedWorkbook(view.headerRow(), locale);
        store.forEachProblem(view.id(), locale, workbook::add);
        Path file = store.file(view.id());
        try {
            workbook.write(file, view.format(), out);
        } finally {
            Files.deleteIfExists(file);
        }
    }
}
