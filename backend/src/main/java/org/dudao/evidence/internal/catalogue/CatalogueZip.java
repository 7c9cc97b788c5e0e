package org.dudao.evidence.internal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dudao.evidence.internal.FileRow;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.kernel.text.Messages;

/**
 * A catalogue, or one category of it, as a zip: a folder for each category and item, and an index sheet that says of every
 * material what is there, where in the zip, and what is missing. Written as it is read; nothing is held whole.
 */
@ApplicationScoped
public class CatalogueZip {
    private static final int LONGEST = 80;

    @Inject
    Blobs blobs;

    /** @param category code of the only category wanted; null takes all */
    public void write(
            OutputStream out, Catalogue c, Map<String, List<FileRow>> contents, String category, Locale locale)
            throws IOException {
        boolean english = Locale.ENGLISH.equals(locale);
        ByteArrayOutputStream index = new ByteArrayOutputStream();
        // names are written in UTF-8 and marked so: unpackers of the last fifteen years show them as they are
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            try (SheetWriter sheet = new SheetWriter(
                    index,
                    Messages.text(locale, "evidence.index.name"),
                    List.of(Messages.text(locale, "evidence.index.head").split(",")))) {
                Set<String> taken = new HashSet<>();
                for (CatalogueDocument.Category k : c.document().categories()) {
                    if (category == null || category.equals(k.code())) {
                        write(zip, sheet, k, contents, taken, english, locale);
                    }
                }
            }
            zip.putNextEntry(new ZipEntry(Messages.text(locale, "evidence.index.name") + ".xlsx"));
            index.writeTo(zip);
            zip.closeEntry();
        }
    }

    private void write(
            ZipOutputStream zip,
            SheetWriter sheet,
            CatalogueDocument.Category k,
            Map<String, List<FileRow>> contents,
            Set<String> taken,
            boolean english,
            Locale locale)
            throws IOException {
        String category = k.code() + " " + (english ? k.nameEn() : k.nameZh());
        for (CatalogueDocument.Item item : k.items()) {
            String name = english ? item.nameEn() : item.nameZh();
            String supplier = item.unitZh();
            List<FileRow> files = contents.getOrDefault(item.code(), List.of());
            if (files.isEmpty()) {
                sheet.row(row(
                        category, item, name, supplier, null, null, Messages.text(locale, "evidence.index.missing")));
            }
            for (FileRow f : files) {
                if (!f.readable()) {
                    sheet.row(row(
                            category,
                            item,
                            name,
                            supplier,
                            f,
                            null,
                            Messages.text(locale, "evidence.index." + f.scan())));
                    continue;
                }
                String path =
                        unique(safe(category) + "/" + safe(item.code() + " " + name) + "/", safe(f.name()), taken);
                zip.putNextEntry(new ZipEntry(path));
                try (InputStream in = blobs.open(f.sha256())) {
                    in.transferTo(zip);
                }
                zip.closeEntry();
                sheet.row(row(category, item, name, supplier, f, path, Messages.text(locale, "evidence.index.there")));
            }
        }
    }

    private static List<Object> row(
            String category,
            CatalogueDocument.Item item,
            String name,
            String supplier,
            FileRow f,
            String path,
            String state) {
        java.util.ArrayList<Object> row = new java.util.ArrayList<>(List.of(category, item.code(), name, supplier));
        row.add(state);
        row.add(f == null ? null : f.name());
        row.add(path);
        row.add(f == null || f.factOn() == null ? null : f.factOn());
        row.add(f == null ? null : f.uploaderName());
        row.add(
                f == null
                        ? null
                        : f.receivedAt()
                                .atZone(org.dudao.kernel.time.ClockProducer.CHINA)
                                .toLocalDate());
        row.add(f == null ? null : f.sha256());
        return row;
    }

    /** One part of a path: no folder above or below hides in it, and Windows can write it. */
    static String safe(String part) {
        String clean = part.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        clean = clean.replaceAll("^\\.+", "_").replaceAll("[. ]+$", "");
        if (clean.length() > LONGEST) {
            int dot = clean.lastIndexOf('.');
            String extension = dot > 0 && clean.length() - dot <= 6 ? clean.substring(dot) : "";
            clean = clean.substring(0, LONGEST - extension.length()) + extension;
        }
        return clean.isEmpty() ? "_" : clean;
    }

    /** The same name a second time gets a number, letter case ignored: some unpackers know none. */
    static String unique(String folder, String name, Set<String> taken) {
        int dot = name.lastIndexOf('.');
        String head = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        String path = folder + name;
        for (int n = 2; !taken.add(path.toLowerCase(Locale.ROOT)); n++) {
            path = folder + head + " (" + n + ")" + extension;
        }
        return path;
    }
}
