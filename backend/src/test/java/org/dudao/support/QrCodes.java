package org.dudao.support;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Reads the QR code off a printed page, as a phone would: a look that fails is followed by another from nearer. */
public final class QrCodes {
    private static final int[] DOTS_PER_INCH = {200, 300, 400};

    private QrCodes() {}

    /** What the code on a page of a PDF says. */
    public static String in(byte[] pdf, int page) {
        ReaderException unread = null;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int dots : DOTS_PER_INCH) {
                try {
                    return read(new PDFRenderer(document).renderImageWithDPI(page, dots));
                } catch (ReaderException e) {
                    unread = e;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("no QR code on page " + page + " can be read", unread);
    }

    private static String read(BufferedImage image) throws ReaderException {
        int width = image.getWidth();
        int height = image.getHeight();
        RGBLuminanceSource source =
                new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE))
                .getText();
    }
}
