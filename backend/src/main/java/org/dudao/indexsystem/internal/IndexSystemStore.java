package org.dudao.indexsystem.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.indexsystem.IndexSystem;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Scope;
import org.jdbi.v3.core.Jdbi;

/** The table of index systems. */
@ApplicationScoped
class IndexSystemStore {
    private static final String SELECT = "select * from indexsystem.system ";

    /**
     * shipped ones, published ones of the regions above and around, and for who works in the region the drafts inside it
     */
    private static final String VISIBLE =
            " (region_code is null or (state <> 'DRAFT' and :scope like region_code || '%')"
                    + " or (region_code like :scope || '%' and (state <> 'DRAFT' or :drafts))) ";

    /** What was published never changes, and is read far more often than anything else here. */
    private final Cache<UUID, IndexSystemDocument> published =
            Caffeine.newBuilder().maximumSize(500).build();

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    /** Brings a shipped version in; false when it is there already. */
    boolean bringIn(UUID id, IndexSystemDocument document) {
        return jdbi.withHandle(h -> h.createUpdate("insert into indexsystem.system (id, code, version, state, subject,"
                                + " document, checksum, created_by, created_at, published_by, published_at) values (:id, :code,"
                                + " :version, 'PUBLISHED', :subject, :document::jsonb, :checksum, 'system', :now, 'system', :now)"
                                + " on conflict (region_code, code, version) do nothing")
                        .bind("id", id)
                        .bind("code", document.code())
                        .bind("version", document.version())
                        .bind("subject", document.subject().name())
                        .bind("document", Documents.write(document))
                        .bind("checksum", Documents.checksum(document))
                        .bind("now", Timestamp.from(clock.instant()))
                        .execute())
                == 1;
    }

    List<IndexSystem> visible(Scope scope, boolean drafts) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT + "where" + VISIBLE + "order by region_code nulls first, subject, code, version desc")
                .bind("scope", scope.regionPrefix())
                .bind("drafts", drafts)
                .map((r, c) -> read(r))
                .list());
    }

    Optional<IndexSystem> find(UUID id, Scope scope, boolean drafts) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where id = :id and" + VISIBLE)
                .bind("id", id)
                .bind("scope", scope.regionPrefix())
                .bind("drafts", drafts)
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Without a scope: for work that already refers to it. */
    Optional<IndexSystem> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((r, c) -> read(r))
                .findOne());
    }

    /** All versions of a region's code, newest first. */
    List<IndexSystem> versions(String regionCode, String code) {
        return jdbi.withHandle(h -> h.createQuery(SELECT
                        + "where code = :code and region_code is not distinct from :region order by version desc")
                .bind("code", code)
                .bind("region", regionCode)
                .map((r, c) -> read(r))
                .list());
    }

    void insertDraft(UUID id, IndexSystemDocument document, String regionCode, UUID basedOn, String by) {
        jdbi.useHandle(
                h -> h.createUpdate("insert into indexsystem.system (id, code, version, state, subject, region_code,"
                                + " based_on, document, created_by, created_at) values (:id, :code, :version, 'DRAFT', :subject,"
                                + " :region, :basedOn, :document::jsonb, :by, :now)")
                        .bind("id", id)
                        .bind("code", document.code())
                        .bind("version", document.version())
                        .bind("subject", document.subject().name())
                        .bind("region", regionCode)
                        .bind("basedOn", basedOn)
                        .bind("document", Documents.write(document))
                        .bind("by", by)
                        .bind("now", Timestamp.from(clock.instant()))
                        .execute());
    }

    boolean update(UUID id, IndexSystemDocument document, long lockVersion) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update indexsystem.system set document = :document::jsonb, subject = :subject,"
                                        + " lock_version = lock_version + 1"
                                        + " where id = :id and lock_version = :lock and state = 'DRAFT'")
                        .bind("id", id)
                        .bind("document", Documents.write(document))
                        .bind("subject", document.subject().name())
                        .bind("lock", lockVersion)
                        .execute())
                == 1;
    }

    boolean publish(UUID id, String checksum, String by, long lockVersion) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update indexsystem.system set state = 'PUBLISHED', checksum = :checksum,"
                                        + " published_by = :by, published_at = :now, lock_version = lock_version + 1"
                                        + " where id = :id and lock_version = :lock and state = 'DRAFT'")
                                .bind("id", id)
                                .bind("checksum", checksum)
                                .bind("by", by)
                                .bind("now", Timestamp.from(clock.instant()))
                                .bind("lock", lockVersion)
                                .execute())
                == 1;
    }

    boolean retire(UUID id, String by, long lockVersion) {
        return jdbi.withHandle(h -> h.createUpdate("update indexsystem.system set state = 'RETIRED', retired_by = :by,"
                                + " retired_at = :now, lock_version = lock_version + 1"
                                + " where id = :id and lock_version = :lock and state = 'PUBLISHED'")
                        .bind("id", id)
                        .bind("by", by)
                        .bind("now", Timestamp.from(clock.instant()))
                        .bind("lock", lockVersion)
                        .execute())
                == 1;
    }

    boolean delete(UUID id, long lockVersion) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "delete from indexsystem.system where id = :id and lock_version = :lock and state = 'DRAFT'")
                        .bind("id", id)
                        .bind("lock", lockVersion)
                        .execute())
                == 1;
    }

    private IndexSystem read(ResultSet r) throws SQLException {
        UUID id = r.getObject("id", UUID.class);
        IndexSystem.State state = IndexSystem.State.valueOf(r.getString("state"));
        String document = r.getString("document");
        return new IndexSystem(
                id,
                state == IndexSystem.State.DRAFT ? parsed(document) : published.get(id, i -> parsed(document)),
                state,
                r.getString("region_code"),
                r.getObject("based_on", UUID.class),
                r.getString("checksum"),
                r.getString("created_by"),
                instant(r.getTimestamp("created_at")),
                r.getString("published_by"),
                instant(r.getTimestamp("published_at")),
                r.getString("retired_by"),
                instant(r.getTimestamp("retired_at")),
                r.getLong("lock_version"));
    }

    private static IndexSystemDocument parsed(String document) {
        return Documents.read(document, IndexSystemDocument.class);
    }

    private static Instant instant(Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
