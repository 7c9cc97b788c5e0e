package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What can be taken away from an import. */
@ApplicationScoped
public class ImportDownloads {
    @Inject
    ImportStore store;

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
