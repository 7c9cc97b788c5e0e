package org.dudao.evidence.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.DocumentInputStream;
import org.apache.poi.poifs.filesystem.DocumentNode;
import org.apache.poi.poifs.filesystem.Entry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * Word, Excel and PowerPoint files, old and new. Zips are read by the list at their end, as every Office reads them: entries
 * written in one go say their sizes only after their bytes, which a reader from the front cannot rely on.
 */
final class OfficeFiles {
    private OfficeFiles() {}

    /** Whether a zip has the list at its end; what is cut off has lost it. */
    static boolean zip(MediaTypes.Source source) throws IOException {
        return Whole.onDisk(source, copy -> {
            try (ZipFile zip = open(copy)) {
                return zip.size() > 0;
            } catch (IOException | RuntimeException e) {
                return false;
            }
        });
    }

    /** A renamed zip is no document: the Office formats carry a list of what is in them, and no macros here. */
    static boolean document(MediaTypes.Source source) throws IOException {
        return Whole.onDisk(source, copy -> {
            try (ZipFile zip = open(copy)) {
                return zip.getEntry("[Content_Types].xml") != null
                        && zip.stream().map(ZipEntry::getName).noneMatch(name -> name.toLowerCase(Locale.ROOT)
                                .endsWith("vbaproject.bin"));
            }
        });
    }

    private static ZipFile open(File copy) throws IOException {
        // names of unknown letters harm nobody; those marked as UTF-8 are read as such all the same
        return new ZipFile(copy, StandardCharsets.ISO_8859_1);
    }

    /** Whether every stream a file of before 2007 names can be read to its end. */
    static boolean ole2(MediaTypes.Source source) throws IOException {
        return Whole.onDisk(source, copy -> {
            try (POIFSFileSystem files = new POIFSFileSystem(copy, true)) {
                return read(files.getRoot()) > 0;
            } catch (IOException | RuntimeException e) {
                return false;
            }
        });
    }

    private static long read(DirectoryNode directory) throws IOException {
        long bytes = 0;
        for (Entry entry : directory) {
            if (entry instanceof DirectoryNode within) {
                bytes += read(within);
            } else if (entry instanceof DocumentNode document) {
                try (InputStream in = new DocumentInputStream(document)) {
                    bytes += in.transferTo(OutputStream.nullOutputStream());
                }
            }
        }
        return bytes;
    }
}
