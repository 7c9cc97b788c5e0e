package org.dudao.balance.internal;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.balance.internal.engine.FrameworkDocument;
import org.dudao.balance.internal.engine.ShippedFrameworks;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Scope;
import org.jdbi.v3.core.Jdbi;

/** Frameworks in the database; brings the shipped ones in at start. */
@ApplicationScoped
class FrameworkStore {
    private static final String SELECT =
            "select id, document::text as document, state, region_code, based_on, created_by,"
                    + " created_at, published_by, published_at, lock_version from balance.framework ";

    /** national ones, published ones of the regions above, and everything of the regions inside the scope */
    private static final String VISIBLE = " (region_code is null or region_code like :scope || '%'"
            + " or (state = 'PUBLISHED' and :scope like region_code || '%')) ";

    @Inject
    Jdbi jdbi;

    @Inject
    Clock clock;

    void seed(@Observes @Priority(900) StartupEvent event) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String code : ShippedFrameworks.CODES) {
                FrameworkDocument document = ShippedFrameworks.load(code);
                int added = jdbi.withHandle(h -> h.createUpdate(
                                "insert into balance.framework (id, code, version, state, document, created_by,"
                                        + " created_at, published_by, published_at) values (:id, :code, :version,"
                                        + " 'PUBLISHED', :document::jsonb, 'system', :now, 'system', :now)"
                                        + " on conflict (code, version) do nothing")
                        .bind("id", Ids.newId())
                        .bind("code", document.code())
                        .bind("version", document.version())
                        .bind("document", Documents.write(document))
                        .bind("now", Timestamp.from(clock.instant()))
                        .execute());
                if (added > 0) {
                    Log.infof("Framework %s version %d brought in", document.code(), document.version());
                }
            }
        });
    }

    List<StoredFramework> visible(Scope scope) {
        return jdbi.withHandle(h -> h.createQuery(
                        SELECT + "where" + VISIBLE + "order by region_code nulls first, code desc, version desc")
                .bind("scope", scope.regionPrefix())
                .map((r, c) -> read(r))
                .list());
    }

    List<StoredFramework> national() {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where region_code is null order by code desc, version desc")
                .map((r, c) -> read(r))
                .list());
    }

    Optional<StoredFramework> find(UUID id, Scope scope) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where id = :id and" + VISIBLE)
                .bind("id", id)
                .bind("scope", scope.regionPrefix())
                .map((r, c) -> read(r))
                .findOne());
    }

    /** Without a scope: for snapshots that refer to it already. */
    Optional<StoredFramework> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((r, c) -> read(r))
                .findOne());
    }

    /** All versions of a code, newest first, whoever owns it. */
    List<StoredFramework> versions(String code) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + "where code = :code order by version desc")
                .bind("code", code)
                .map((r, c) -> read(r))
                .list());
    }

    void insertDraft(UUID id, FrameworkDocument document, String regionCode, UUID basedOn, String by) {
        jdbi.useHandle(h -> h.createUpdate(
                        "insert into balance.framework (id, code, version, state, region_code, based_on, document,"
                                + " created_by, created_at) values (:id, :code, :version, 'DRAFT', :region, :basedOn,"
                                + " :document::jsonb, :by, :now)")
                .bind("id", id)
                .bind("code", document.code())
                .bind("version", document.version())
                .bind("region", regionCode)
                .bind("basedOn", basedOn)
                .bind("document", Documents.write(document))
                .bind("by", by)
                .bind("now", Timestamp.from(clock.instant()))
                .execute());
    }

    boolean update(UUID id, FrameworkDocument document, long lockVersion) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "update balance.framework set document = :document::jsonb, lock_version = lock_version + 1"
                                        + " where id = :id and lock_version = :lock and state = 'DRAFT'")
                        .bind("id", id)
                        .bind("document", Documents.write(document))
                        .bind("lock", lockVersion)
                        .execute())
                == 1;
    }

    boolean publish(UUID id, String by, long lockVersion) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update balance.framework set state = 'PUBLISHED', published_by = :by,"
                                        + " published_at = :now, lock_version = lock_version + 1"
                                        + " where id = :id and lock_version = :lock and state = 'DRAFT'")
                                .bind("id", id)
                                .bind("by", by)
                                .bind("now", Timestamp.from(clock.instant()))
                                .bind("lock", lockVersion)
                                .execute())
                == 1;
    }

    boolean delete(UUID id, long lockVersion) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "delete from balance.framework where id = :id and lock_version = :lock and state = 'DRAFT'")
                        .bind("id", id)
                        .bind("lock", lockVersion)
                        .execute())
                == 1;
    }

    private static StoredFramework read(ResultSet r) throws SQLException {
        Timestamp published = r.getTimestamp("published_at");
        return new StoredFramework(
                r.getObject("id", UUID.class),
                Documents.read(r.getString("document"), FrameworkDocument.class),
                StoredFramework.State.valueOf(r.getString("state")),
                r.getString("region_code"),
                r.getObject("based_on", UUID.class),
                r.getString("created_by"),
                instant(r.getTimestamp("created_at")),
                r.getString("published_by"),
                published == null ? null : instant(published),
                r.getLong("lock_version"));
    }

    static Instant instant(Timestamp timestamp) {
        return timestamp.toInstant();
    }
}
