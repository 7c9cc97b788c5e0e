package org.dudao.evidence.internal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.dudao.evidence.FileKind;

/**
 * Whether a file is there to its end. A photo cut off in the camera's card or a document of which only the head was saved proves
 * nothing, and whoever sent it can still send it again. Formats nothing here can read pass.
 */
final class Whole {
    /** Enough pixels to read every byte; few enough to be held. */
    private static final int EDGE = 512;

    private static final List<String> OLE2 =
            List.of("application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint");

    private static final List<String> BOXES =
            List.of("audio/mp4", "audio/x-m4a", "video/mp4", "video/x-m4v", "video/quicktime", "video/3gpp");

    private Whole() {}

    /**
     * Asks a file of the one way there is to tell for its type.
     *
     * @param size bytes of the content
     * @param maxPixels pictures with more are not read
     */
    static boolean is(String type, FileKind kind, MediaTypes.Source source, long size, long maxPixels)
            throws IOException {
        if (type.equals("image/heic") || type.equals("image/heif")) {
            return Containers.picture(source, size);
        }
        if (kind == FileKind.PHOTO) {
            return picture(source, maxPixels);
        }
        if (type.equals("application/pdf")) {
            return pdf(source);
        }
        if (type.startsWith(MediaTypes.OOXML)) {
            return OfficeFiles.zip(source);
        }
        if (OLE2.contains(type)) {
            return OfficeFiles.ole2(source);
        }
        if (type.equals("image/tiff")) {
            return Containers.tiff(source, size);
        }
        if (type.equals("audio/mpeg")) {
            return Containers.mp3(source);
        }
        return !BOXES.contains(type) || Containers.film(source, size);
    }

    /** @param maxPixels pictures with more are not read */
    static boolean picture(MediaTypes.Source source, long maxPixels) throws IOException {
        try (InputStream content = source.open();
                ImageInputStream in = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return true;
            }
            ImageReader reader = readers.next();
            try {
                AtomicBoolean cut = new AtomicBoolean();
                reader.addIIOReadWarningListener(ended(cut));
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                if ((long) width * height > maxPixels) {
                    return true;
                }
                ImageReadParam param = reader.getDefaultReadParam();
                int step = Math.max(1, Math.max(width, height) / EDGE);
                param.setSourceSubsampling(step, step, 0, 0);
                reader.read(0, param);
                return !cut.get();
            } finally {
                reader.dispose();
            }
        } catch (javax.imageio.IIOException | java.io.EOFException | RuntimeException e) {
            // a kind of JPEG the reader does not know (CMYK) is whole for all we know
            return e.getMessage() != null && e.getMessage().contains("Unsupported");
        }
    }

    /** The JPEG reader draws what is there in grey and warns; what else it warns of does no harm. */
    private static IIOReadWarningListener ended(AtomicBoolean cut) {
        return (reader, warning) ->
                cut.compareAndSet(false, warning.contains("EOI") || warning.contains("Premature end"));
    }

    /** One that opens and has a page; one locked with a password is taken for what it says. */
    static boolean pdf(MediaTypes.Source source) throws IOException {
        return onDisk(source, copy -> {
            try (PDDocument document = Loader.loadPDF(
                    new RandomAccessReadBufferedFile(copy), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
                return document.getNumberOfPages() > 0;
            } catch (InvalidPasswordException e) {
                return true;
            } catch (IOException | RuntimeException e) {
                return false;
            }
        });
    }

    /** A question to a file that must be read from anywhere. */
    interface Question {
        boolean ask(File copy) throws IOException;
    }

    /** Asks a copy, which is gone afterwards. */
    static boolean onDisk(MediaTypes.Source source, Question question) throws IOException {
        Path copy = Files.createTempFile("dudao", ".part");
        try {
            try (InputStream in = source.open()) {
                Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return question.ask(copy.toFile());
        } finally {
            Files.deleteIfExists(copy);
        }
    }
}
