package org.dudao.kernel.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.dudao.kernel.id.Ids;

/** The table behind the jobs. Each call is a transaction of its own unless one is under way. */
@ApplicationScoped
class JobStore {
    private static final String COLUMNS =
            "id, kind, state, done, total, message, result, actor, created_at, started_at, finished_at, payload";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    record Taken(Job job, JsonNode payload) {}

    @Transactional
    UUID insert(String kind, Object payload, String actor) {
        UUID id = Ids.newId();
        update(
                "insert into kernel.job (id, kind, state, payload, actor, created_at) values (?, ?, 'QUEUED', ?::jsonb, ?, ?)",
                id,
                kind,
                write(payload),
                actor,
                now());
        return id;
    }

    /**
     * Takes the next waiting job; several nodes never take the same one.
     *
     * @param behind kinds that wait until nothing else does
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    Optional<Taken> take(String node, Set<String> behind) {
        return next(behind).flatMap(id -> query(
                        "update kernel.job set state = 'RUNNING', node = ?, started_at = ?, heartbeat_at = ? where id = ? returning "
                                + COLUMNS,
                        node,
                        now(),
                        now(),
                        id)
                .stream()
                .findFirst());
    }

    /** The oldest waiting job that no other node is about to take; those of kinds that stand behind come last. */
    @Transactional
    Optional<UUID> next(Set<String> behind) {
        return query(
                        "select " + COLUMNS + " from kernel.job where state = 'QUEUED'"
                                + " order by kind = any(string_to_array(?, ' ')), created_at, id limit 1 for update skip locked",
                        String.join(" ", behind))
                .stream()
                .map(t -> t.job().id())
                .findFirst();
    }

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void progress(UUID id, long done, long total) {
        update("update kernel.job set done = ?, total = ?, heartbeat_at = ? where id = ?", done, total, now(), id);
    }

    @Transactional
    void finish(UUID id, JobState state, String message, Object result) {
        update(
                "update kernel.job set state = ?, message = ?, result = ?::jsonb, finished_at = ?,"
                        + " done = case when ? = 'SUCCEEDED' then greatest(done, total) else done end where id = ?",
                state.name(),
                message,
                result == null ? null : write(result),
                now(),
                state.name(),
                id);
    }

    /** Jobs nobody works on any more: of this node before it restarted, or of a node silent since {@code before}. */
    @Transactional
    List<Taken> abandoned(String node, boolean starting, Instant before) {
        return query(
                "select " + COLUMNS
                        + " from kernel.job where state = 'RUNNING' and ((? and node = ?) or heartbeat_at < ?) for update skip locked",
                starting,
                node,
                Timestamp.from(before));
    }

    @Transactional
    Optional<Taken> find(UUID id) {
        return query("select " + COLUMNS + " from kernel.job where id = ?", id).stream()
                .findFirst();
    }

    @Transactional
    List<Taken> recentOf(String actor, int limit) {
        return query(
                "select " + COLUMNS + " from kernel.job where actor = ? order by created_at desc limit ?",
                actor,
                limit);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void update(String sql, Object... args) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection.prepareStatement(sql), args)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Taken> query(String sql, Object... args) {
        try (var connection = dataSource.getConnection();
                var statement = prepare(connection.prepareStatement(sql), args);
                var rows = statement.executeQuery()) {
            List<Taken> found = new ArrayList<>();
            while (rows.next()) {
                found.add(read(rows));
            }
            return found;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(PreparedStatement statement, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            statement.setObject(i + 1, args[i]);
        }
        return statement;
    }

    private Taken read(ResultSet r) throws SQLException, JsonProcessingException {
        String result = r.getString("result");
        Job job = new Job(
                r.getObject("id", UUID.class),
                r.getString("kind"),
                JobState.valueOf(r.getString("state")),
                r.getLong("done"),
                r.getLong("total"),
                r.getString("message"),
                result == null ? null : json.readTree(result),
                r.getString("actor"),
                instant(r, "created_at"),
                instant(r, "started_at"),
                instant(r, "finished_at"),
                null,
                null);
        return new Taken(job, json.readTree(r.getString("payload")));
    }

    private static Instant instant(ResultSet r, String column) throws SQLException {
        Timestamp t = r.getTimestamp(column);
        return t == null ? null : t.toInstant();
    }
}
