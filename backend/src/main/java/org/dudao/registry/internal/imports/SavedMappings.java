package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Scope;
import org.jdbi.v3.core.Jdbi;

/** Mappings an office keeps for files that come again under headers of their own. */
@ApplicationScoped
public class SavedMappings {
    /** A kept mapping. */
    public record Saved(
            UUID id, String name, ImportKind kind, List<ColumnMapping> columns, String savedBy, Instant at) {}

    private static final TypeReference<List<ColumnMapping>> COLUMNS = new TypeReference<>() {};

    @Inject
    Jdbi jdbi;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Transactional
    public List<Saved> list(Scope scope, ImportKind kind) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select * from registry.import_mapping where region_code like :scope || '%'"
                                + " and (:kind::text is null or kind = :kind) order by name collate \"zh-Hans-CN-x-icu\"")
                .bind("scope", scope.regionPrefix())
                .bind("kind", kind == null ? null : kind.name())
                .map((r, c) -> read(r))
                .list());
    }

    @Transactional
    public void delete(Scope scope, UUID id) {
        int deleted = jdbi.withHandle(h -> h.execute(
                "delete from registry.import_mapping where id = ? and region_code like ? || '%'",
                id, scope.regionPrefix()));
        if (deleted == 0) {
            throw Problem.notFound("registry.import.mappingNotFound", id);
        }
    }

    Saved require(Scope scope, UUID id, ImportKind kind) {
        return list(scope, kind).stream()
                .filter(m -> m.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.unprocessable("registry.import.mappingNotFound", "mappingId", id));
    }

    /** Keeps a mapping under a name; the same name is overwritten. */
    void save(Scope scope, ImportKind kind, String name, List<ColumnMapping> columns, String by) {
        try {
            String text = json.writeValueAsString(columns);
            jdbi.useHandle(h -> h.createUpdate(
                            "insert into registry.import_mapping (id, name, kind, region_code, columns, actor_name, at)"
                                    + " values (:id, :name, :kind, :region, :columns::jsonb, :by, :at)"
                                    + " on conflict (region_code, kind, name) do update set columns = excluded.columns,"
                                    + " actor_name = excluded.actor_name, at = excluded.at")
                    .bind("id", Ids.newId())
                    .bind("name", name)
                    .bind("kind", kind.name())
                    .bind("region", scope.regionPrefix())
                    .bind("columns", text)
                    .bind("by", by)
                    .bind("at", clock.instant())
                    .execute());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Saved read(ResultSet r) throws SQLException {
        try {
            return new Saved(
                    r.getObject("id", UUID.class),
                    r.getString("name"),
                    ImportKind.valueOf(r.getString("kind")),
                    json.readValue(r.getString("columns"), COLUMNS),
                    r.getString("actor_name"),
                    r.getTimestamp("at").toInstant());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
