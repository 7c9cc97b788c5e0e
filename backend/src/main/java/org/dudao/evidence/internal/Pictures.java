package org.dudao.evidence.internal;

import com.drew.imaging.ImageMetadataReader;
import com.drew.imaging.ImageProcessingException;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Iterator;
import java.util.Optional;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;
import net.coobird.thumbnailator.filters.ImageFilter;
import net.coobird.thumbnailator.util.exif.ExifFilterUtils;
import net.coobird.thumbnailator.util.exif.Orientation;
import org.dudao.kernel.time.ClockProducer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Small pictures and pictures for publication. Both are drawn anew from the pixels, upright, so that nothing the camera wrote
 * beside them (place, device, owner) can be left in; the original is never touched. A picture too large to be held is read
 * with fewer pixels; one of absurd size is not read at all.
 */
@ApplicationScoped
class Pictures {
    private static final int THUMBNAIL_EDGE = 480;
    /** Enough for a page of A4 at 220 dots to the inch. */
    private static final int PUBLISHED_EDGE = 2560;

    private static final double QUALITY = 0.88;

    @ConfigProperty(name = "dudao.evidence.max-pixels")
    long maxPixels;

    @Inject
    HeifDecoder heif;

    /** What a picture's content says; pictures are null when it could not be drawn. */
    record Drawn(int width, int height, Instant takenAt, byte[] thumbnail, byte[] published) {}

    /** Reads a picture; null when it is none that can be read. */
    Drawn draw(String mediaType, MediaTypes.Source source) throws IOException {
        Metadata metadata = metadata(source);
        Instant takenAt = takenAt(metadata);
        if (mediaType.equals("image/heic") || mediaType.equals("image/heif")) {
            return heif.decoded(source, jpeg -> draw(jpeg, 1, takenAt)).orElseGet(() -> undrawn(takenAt));
        }
        return draw(source, orientation(metadata), takenAt);
    }

    /** The same for somebody who waits: no other program is started for it, so HEIC is not drawn. */
    Drawn drawAtOnce(MediaTypes.Source source) throws IOException {
        Metadata metadata = metadata(source);
        return draw(source, orientation(metadata), takenAt(metadata));
    }

    private static Drawn undrawn(Instant takenAt) {
        return takenAt == null ? null : new Drawn(0, 0, takenAt, null, null);
    }

    /** @param turned how the camera was held, as EXIF counts it; 1 when the pixels are upright */
    private Drawn draw(MediaTypes.Source source, int turned, Instant takenAt) throws IOException {
        try (InputStream content = source.open();
                ImageInputStream in = ImageIO.createImageInputStream(content)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return undrawn(takenAt);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int width = reader.getWidth(0);
                int height = reader.getHeight(0);
                boolean sideways = turned >= 5;
                int shownWidth = sideways ? height : width;
                int shownHeight = sideways ? width : height;
                if ((long) width * height > maxPixels) {
                    return new Drawn(shownWidth, shownHeight, takenAt, null, null);
                }
                ImageReadParam param = reader.getDefaultReadParam();
                // a third of a large picture's pixels in each direction is still more than is kept of it
                int step = Math.max(1, Math.max(width, height) / PUBLISHED_EDGE);
                param.setSourceSubsampling(step, step, 0, 0);
                BufferedImage image = upright(reader.read(0, param), turned);
                return new Drawn(
                        shownWidth, shownHeight, takenAt, within(image, THUMBNAIL_EDGE), within(image, PUBLISHED_EDGE));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException | OutOfMemoryError e) {
            // what claims to be a picture and is damaged stays a file; it only has no small one
            Log.infof("A picture could not be drawn: %s", e.getMessage());
            return null;
        }
    }

    private static BufferedImage upright(BufferedImage image, int turned) {
        ImageFilter filter = ExifFilterUtils.getFilterForOrientation(Orientation.typeOf(turned));
        return filter.apply(opaque(image));
    }

    /** JPEG knows no transparency: what shows through is white paper. */
    private static BufferedImage opaque(BufferedImage image) {
        BufferedImage paper = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var g = paper.createGraphics();
        g.setColor(java.awt.Color.WHITE);
        g.fillRect(0, 0, paper.getWidth(), paper.getHeight());
        g.drawImage(image, 0, 0, null);
        g.dispose();
        return paper;
    }

    private static byte[] within(BufferedImage image, int edge) throws IOException {
        int largest = Math.max(image.getWidth(), image.getHeight());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Thumbnails.of(image)
                .scale(Math.min(1.0, (double) edge / largest))
                .outputFormat("jpg")
                .outputQuality(QUALITY)
                .toOutputStream(out);
        return out.toByteArray();
    }

    private static Metadata metadata(MediaTypes.Source source) throws IOException {
        try (InputStream in = source.open()) {
            return ImageMetadataReader.readMetadata(in);
        } catch (ImageProcessingException | RuntimeException e) {
            return new Metadata();
        }
    }

    private static int orientation(Metadata metadata) {
        ExifIFD0Directory exif = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
        try {
            int turned = exif != null && exif.containsTag(ExifIFD0Directory.TAG_ORIENTATION)
                    ? exif.getInt(ExifIFD0Directory.TAG_ORIENTATION)
                    : 1;
            return turned >= 1 && turned <= 8 ? turned : 1;
        } catch (MetadataException e) {
            return 1;
        }
    }

    /** The day a picture was taken, as far as its camera says and the calendar can be right. */
    static Optional<LocalDate> takenOn(MediaTypes.Source source, LocalDate today) throws IOException {
        return Optional.ofNullable(takenAt(metadata(source)))
                .map(t -> LocalDate.ofInstant(t, ClockProducer.CHINA))
                .filter(day -> !day.isAfter(today));
    }

    /** Cameras write local time without a zone; here that is China's. */
    private static Instant takenAt(Metadata metadata) {
        ExifSubIFDDirectory exif = metadata.getFirstDirectoryOfType(ExifSubIFDDirectory.class);
        Date taken = exif == null ? null : exif.getDateOriginal(TimeZone.getTimeZone(ClockProducer.CHINA));
        return taken == null ? null : taken.toInstant();
    }

    static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
