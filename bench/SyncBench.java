import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Hands visits in as phones do, then copies the rows that made as a batch, and prints the ratio of the two rates. */
public class SyncBench {
    static final int CLIENTS = 50;
    static final int VISITS = 1_000;
    static final int ITEMS = 40;
    static final int MATTERS = 8;
    static final int WARM = 3_000;
    /** As many records a phone puts in one request. */
    static final int TOGETHER = 20;
    static final ObjectMapper JSON = new ObjectMapper();
    static final HttpClient HTTP = HttpClient.newHttpClient();

    record Work(List<String> schools, String system, List<String> items) {}

    public static void main(String[] args) throws Exception {
        String base = args[0] + "/api/v1";
        String token = args[1];
        Work work = work(base, token, args[2]);
        try (Connection c = DriverManager.getConnection(args[3], args[4], args[5])) {
            settle(c);
            send(base, token, work, WARM, 1);
            send(base, token, work, WARM, TOGETHER);
            double alone = send(base, token, work, VISITS, 1);
            Instant since = Instant.now();
            double synced = send(base, token, work, VISITS, TOGETHER);
            double each = Math.min(copy(c, since, true), copy(c, since, true));
            double batch = Math.min(copy(c, since, false), copy(c, since, false));
            System.out.printf("sync: %.0f visits/s, each in a request of its own: %.0f; JDBC, one batch: %.0f; a commit for each: %.0f%n",
                    VISITS / synced, VISITS / alone, VISITS / batch, VISITS / each);
            System.out.printf("ratio %.2f of one batch, each in a request of its own %.2f of a commit for each (aim >= 0.3)%n",
                    batch / synced, each / alone);
        }
    }

    /** Waits until the fresh demonstration's own work, its documents and pictures, is done. */
    static void settle(Connection c) throws Exception {
        try (PreparedStatement open =
                c.prepareStatement("select count(*) from kernel.job where state in ('QUEUED', 'RUNNING')")) {
            for (long left = 1; left > 0; Thread.sleep(500)) {
                try (var r = open.executeQuery()) {
                    r.next();
                    left = r.getLong(1);
                }
            }
        }
    }

    static Work work(String base, String officer, String director) throws Exception {
        List<String> schools = new ArrayList<>();
        get(base + "/schools?size=50&state=OPEN&sort=code", officer).get("items").forEach(s -> schools.add(s.get("id").asText()));
        List<String> items = new ArrayList<>();
        ObjectNode document = JSON.createObjectNode()
                .put("code", "SYNC_BENCH")
                .put("nameZh", "随访督导清单")
                .put("nameEn", "Visit checklist")
                .put("subject", "VISIT");
        document.putObject("source").put("title", "测试用").put("confidence", "0").putArray("unverified");
        document.putObject("settings").put("decimals", 2).put("rounding", "HALF_UP").put("notApplicable", "LEAVES_DENOMINATOR");
        ArrayNode nodes = document.putArray("nodes");
        for (int n = 1; n <= MATTERS; n++) {
            ObjectNode matter = nodes.addObject()
                    .put("code", String.valueOf(n))
                    .put("nameZh", "督导事项" + n)
                    .put("nameEn", "Matter " + n)
                    .put("combine", "NONE");
            ArrayNode children = matter.putArray("children");
            for (int i = 1; i <= ITEMS / MATTERS; i++) {
                String code = n + "." + i;
                items.add(code);
                children.addObject()
                        .put("code", code)
                        .put("nameZh", "观测点" + code)
                        .put("nameEn", "Item " + code)
                        .putObject("item")
                        .put("kind", "YES_NO");
            }
        }
        HttpResponse<String> draft = post(base + "/index-systems", officer, JSON.writeValueAsString(document), null);
        String id = JSON.readTree(draft.body()).get("id").asText();
        post(base + "/index-systems/" + id + "/publish", director, "", draft.headers().firstValue("ETag").orElse("\"0\""));
        return new Work(schools, id, items);
    }

    static HttpResponse<String> post(String url, String token, String body, String ifMatch) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    /** Seconds until all visits are received, so many in a request, each client with one request at a time. */
    static double send(String base, String token, Work work, int visits, int together) throws Exception {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < visits; i += together) {
            List<String> records = new ArrayList<>();
            for (int n = i; n < i + together; n++) {
                records.add(body(work, n));
            }
            bodies.add(together == 1 ? records.get(0) : "{\"records\":[" + String.join(",", records) + "]}");
        }
        String url = base + "/zone/visit-records" + (together == 1 ? "" : "/batch");
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        long start = System.nanoTime();
        List<Callable<HttpResponse<String>>> calls = new ArrayList<>();
        for (String body : bodies) {
            calls.add(() -> HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", "Bearer " + token)
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .timeout(Duration.ofMinutes(1))
                            .build(),
                    HttpResponse.BodyHandlers.ofString()));
        }
        List<Future<HttpResponse<String>>> answers = clients.invokeAll(calls);
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        for (Future<HttpResponse<String>> answered : answers) {
            HttpResponse<String> answer = answered.get();
            JsonNode said = JSON.readTree(answer.body());
            boolean received = answer.statusCode() == 200
                    && (together == 1
                            ? said.hasNonNull("receivedAt")
                            : said.findValues("receivedAt").size() == together);
            if (!received) {
                throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
            }
        }
        return seconds;
    }

    static String body(Work work, int i) throws Exception {
        Instant end = Instant.now().minusSeconds(60);
        ObjectNode record = JSON.createObjectNode()
                .put("id", UUID.randomUUID().toString())
                .put("visitId", UUID.randomUUID().toString())
                .put("schoolId", work.schools().get(i % work.schools().size()))
                .put("kind", "ROUTINE")
                .put("systemId", work.system())
                .put("startedAt", end.minusSeconds(3600).toString())
                .put("finishedAt", end.toString())
                .put("sentAt", Instant.now().toString())
                .put("positionNote", "室内没有信号");
        ArrayNode answers = record.putArray("answers");
        for (String item : work.items()) {
            answers.addObject().put("item", item).put("notApplicable", false).put("choice", "YES").put("note", "现场查看，第" + i + "次");
        }
        record.putArray("findings");
        return JSON.writeValueAsString(record);
    }

    /** The rows of the visits handed in since, and of the trail they left, once more under other ids. */
    static double copy(Connection c, Instant since, boolean commitEach) throws Exception {
        List<Object[]> visits = rows(c, "select gen_random_uuid(), region_code, school_id, kind, planned_on, made_on, inspector_id,"
                + " created_at, version from zone.visit where created_at >= ? order by id", since);
        List<Object[]> records = rows(c, "select gen_random_uuid(), visit_id, author, author_name, system_id, body::text, checksum,"
                + " sent_at, received_at, clock_off from zone.visit_record where received_at >= ? order by visit_id", since);
        List<Object[]> trail = rows(c, "select gen_random_uuid(), at, actor, action, subject_type, subject_id, region_code, detail::text"
                + " from kernel.audit where action = 'visit.recordReceived' and at >= ? order by at", since);
        if (visits.size() < VISITS || records.size() < VISITS || trail.size() < VISITS) {
            throw new IllegalStateException(visits.size() + " visits, " + records.size() + " records, " + trail.size() + " trail");
        }
        c.setAutoCommit(false);
        long start = System.nanoTime();
        try (PreparedStatement visit = c.prepareStatement("insert into zone.visit (id, region_code, school_id, kind, planned_on,"
                        + " made_on, inspector_id, created_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
                PreparedStatement record = c.prepareStatement("insert into zone.visit_record (id, visit_id, author, author_name,"
                        + " system_id, body, checksum, sent_at, received_at, clock_off) values (?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?)");
                PreparedStatement entry = c.prepareStatement("insert into kernel.audit (id, at, actor, action, subject_type, subject_id,"
                        + " region_code, detail) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)")) {
            for (int i = 0; i < VISITS; i++) {
                add(visit, visits.get(i));
                Object[] row = records.get(i).clone();
                row[1] = visits.get(i)[0];
                add(record, row);
                add(entry, trail.get(i));
                if (commitEach) {
                    visit.executeBatch();
                    record.executeBatch();
                    entry.executeBatch();
                    c.commit();
                }
            }
            visit.executeBatch();
            record.executeBatch();
            entry.executeBatch();
            c.commit();
        }
        return (System.nanoTime() - start) / 1e9;
    }

    static List<Object[]> rows(Connection c, String sql, Instant since) throws Exception {
        List<Object[]> rows = new ArrayList<>();
        try (PreparedStatement query = c.prepareStatement(sql + " limit " + VISITS)) {
            query.setObject(1, java.sql.Timestamp.from(since));
            try (var r = query.executeQuery()) {
                int columns = r.getMetaData().getColumnCount();
                while (r.next()) {
                    Object[] row = new Object[columns];
                    for (int i = 0; i < columns; i++) {
                        row[i] = r.getObject(i + 1);
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    static void add(PreparedStatement statement, Object[] row) throws Exception {
        for (int i = 0; i < row.length; i++) {
            statement.setObject(i + 1, row[i]);
        }
        statement.addBatch();
    }

    static JsonNode get(String url, String token) throws Exception {
        HttpResponse<String> answer = HTTP.send(
                HttpRequest.newBuilder(URI.create(url)).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(url + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body());
    }
}
