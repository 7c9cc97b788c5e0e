import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;

/** Writes the workbook, reads it barely, imports it through the application, prints the ratio. */
public class ImportBench {
    static final int ROWS = 100_000;
    static final String[] FACTS = {
        "PRIMARY.pupils", "PRIMARY.classes", "PRIMARY.largestClass", "PRIMARY.boarders", "PRIMARY.teachers",
        "PRIMARY.teachersAboveDegree", "PRIMARY.backboneTeachers", "PRIMARY.peArtTeachers", "PRIMARY.midTitleTeachers",
        "JUNIOR.pupils", "JUNIOR.classes", "JUNIOR.largestClass", "JUNIOR.boarders", "JUNIOR.teachers",
        "JUNIOR.teachersAboveDegree", "JUNIOR.backboneTeachers", "JUNIOR.peArtTeachers", "JUNIOR.midTitleTeachers",
        "SENIOR.pupils", "SENIOR.classes", "teachingRoomArea", "indoorSportsArea", "outdoorSportsArea", "equipmentValue",
        "computers", "books", "multimediaRooms"
    };

    public static void main(String[] args) throws Exception {
        String base = args[0] + "/api/v1";
        String token = args[1];
        List<String[]> schools = new ArrayList<>();
        // the office's own director imports; for the bench that account is widened to the province
        try (Connection c = DriverManager.getConnection(args[2], args[3], args[4]); var s = c.createStatement()) {
            s.execute("update registry.account set role = 'director' where username = 'province'");
            try (var r = s.executeQuery("select code, name, kind from registry.school order by code limit " + ROWS)) {
                while (r.next()) {
                    schools.add(new String[] {r.getString(1), r.getString(2), r.getString(3)});
                }
            }
        }
        if (schools.size() < ROWS) {
            throw new IllegalStateException("only " + schools.size() + " schools");
        }
        Path file = Files.createTempFile("bench", ".xlsx");
        write(file, schools);
        System.out.printf("file: %,d rows, %d columns, %,d bytes%n", ROWS, FACTS.length + 3, Files.size(file));
        read(file);
        double bare = Math.min(read(file), read(file));
        Thread.sleep(6_000); // the application remembers an account for five seconds
        long start = System.nanoTime();
        String id = field(upload(base, token, file), "id");
        double uploaded = seconds(start);
        post(base, token, "/imports/" + id + "/check", "{}");
        String checked = await(base, token, id, "CHECKED");
        double check = seconds(start);
        post(base, token, "/imports/" + id + "/commit", "{\"rows\":\"CLEAN\",\"confirmed\":true}");
        String done = await(base, token, id, "COMMITTED");
        double total = seconds(start);
        System.out.printf("rows: %s, clean %s, with errors %s, committed %s%n", field(checked, "rowsTotal"), field(checked, "rowsClean"), field(checked, "rowsWithErrors"), field(done, "committedRows"));
        System.out.printf("bare reading %.2f s; import %.2f s (upload %.2f, check %.2f, commit %.2f)%n", bare, total, uploaded, check - uploaded, total - check);
        System.out.printf("ratio %.2f (aim <= 2.5)%n", total / bare);
        Files.lines(Path.of("/proc/" + args[5] + "/status")).filter(l -> l.startsWith("VmHWM")).forEach(l -> System.out.println("application, peak resident: " + l.substring(6).strip() + " with -Xmx512m"));
        Files.delete(file);
    }

    static void write(Path file, List<String[]> schools) throws Exception {
        Random random = new Random(1);
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "bench", "1.0");
            Worksheet sheet = workbook.newWorksheet("data");
            sheet.value(0, 0, "code");
            sheet.value(0, 1, "name");
            sheet.value(0, 2, "year");
            for (int f = 0; f < FACTS.length; f++) {
                sheet.value(0, f + 3, FACTS[f]);
            }
            for (int r = 0; r < schools.size(); r++) {
                String kind = schools.get(r)[2];
                sheet.value(r + 1, 0, schools.get(r)[0]);
                sheet.value(r + 1, 1, schools.get(r)[1]);
                sheet.value(r + 1, 2, 2031);
                int[] v = {500, 12, 50, 20, 30, 25, 5, 4, 15};
                for (int f = 0; f < FACTS.length; f++) {
                    boolean taught = FACTS[f].startsWith("PRIMARY") ? kind.matches("211|218|312|345|514") : FACTS[f].startsWith("JUNIOR") ? kind.matches("311|312|341|345|514") : FACTS[f].startsWith("SENIOR") ? kind.matches("341|342|345|361") : true;
                    if (FACTS[f].contains(".")) {
                        sheet.value(r + 1, f + 3, taught ? v[f % 9] : 0);
                    } else {
                        sheet.value(r + 1, f + 3, f < 24 ? BigDecimal.valueOf(100_000 + random.nextInt(900_000), 2) : BigDecimal.valueOf(random.nextInt(900)));
                    }
                }
                if (r % 1000 == 999) {
                    sheet.flush();
                }
            }
            workbook.finish();
        }
    }

    static double read(Path file) throws Exception {
        long start = System.nanoTime();
        long[] cells = {0};
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile()); var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> row.forEach(c -> cells[0] += c == null || c.getRawValue() == null ? 0 : 1));
        }
        return seconds(start);
    }

    static final HttpClient HTTP = HttpClient.newHttpClient();

    static String upload(String base, String token, Path file) throws Exception {
        String b = "----bench";
        byte[] head = ("--" + b + "\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nFIGURES\r\n--" + b + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"bench.xlsx\"\r\nContent-Type: application/octet-stream\r\n\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + b + "--\r\n").getBytes(StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/imports")).header("Authorization", "Bearer " + token).header("Content-Type", "multipart/form-data; boundary=" + b)
                .POST(HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofByteArray(head), HttpRequest.BodyPublishers.ofFile(file), HttpRequest.BodyPublishers.ofByteArray(tail))).build();
        return send(request);
    }

    static String post(String base, String token, String path, String body) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    static String await(String base, String token, String id, String state) throws Exception {
        while (true) {
            String body = send(HttpRequest.newBuilder(URI.create(base + "/imports/" + id)).header("Authorization", "Bearer " + token).build());
            if (field(body, "state").equals(state)) {
                return body;
            }
            if (!field(body, "message").equals("null")) {
                throw new IllegalStateException(body);
            }
            Thread.sleep(50);
        }
    }

    static String send(HttpRequest request) throws Exception {
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() >= 300) {
            throw new IllegalStateException(response.statusCode() + " " + response.body());
        }
        return response.body();
    }

    static String field(String json, String name) {
        var m = java.util.regex.Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        return m.find() ? m.group(1) : "";
    }

    static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
