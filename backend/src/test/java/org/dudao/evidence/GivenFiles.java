package org.dudao.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.dudao.kernel.id.Ids;

/** Sends files as a tus client does. */
@ApplicationScoped
public class GivenFiles {
    public static final String FILES = "/api/v1/evidence/files";
    public static final String UPLOADS = "/api/v1/evidence/uploads";
    public static final String BYTES = "application/offset+octet-stream";

    public static RequestSpecification tus(String token) {
        return given().auth()
                .oauth2(token)
                .header("Tus-Resumable", "1.0.0")
                .redirects()
                .follow(false);
    }

    public static String metadata(Map<String, String> values) {
        return values.entrySet().stream()
                .map(e -> e.getKey() + " "
                        + Base64.getEncoder().encodeToString(e.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    public static Response announce(String token, Map<String, String> values, long size) {
        return tus(token)
                .header("Upload-Length", "" + size)
                .header("Upload-Metadata", metadata(values))
                .post(UPLOADS);
    }

    public static Response append(String token, String location, long offset, byte[] bytes) {
        return tus(token)
                .header("Upload-Offset", "" + offset)
                .contentType(BYTES)
                .body(bytes)
                .patch(location);
    }

    /** Sends a whole file; returns its id. */
    public static UUID aFile(String token, String name, byte[] bytes) {
        UUID id = Ids.newId();
        String location = announce(token, Map.of("id", "" + id, "filename", name), bytes.length)
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        append(token, location, 0, bytes).then().statusCode(204).header("Upload-Offset", equalTo("" + bytes.length));
        return id;
    }

    /** A document of one page nobody else has sent; what is added follows its end. */
    public static byte[] aPdf(byte... added) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.getDocumentInformation().setTitle(Ids.newId().toString());
            document.save(out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        out.writeBytes(added);
        return out.toByteArray();
    }

    /** A picture nobody else has sent. */
    public static byte[] aPhoto(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setColor(Color.ORANGE);
        g.fillRect(0, 0, width, height / 2);
        g.setColor(Color.BLUE);
        g.drawString("" + Ids.newId(), 2, height - 4);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        // pictures drawn alike are one content; a comment after the end makes this one its own
        byte[] mark = Ids.newId().toString().getBytes(StandardCharsets.US_ASCII);
        out.write(mark, 0, mark.length);
        return out.toByteArray();
    }
}
