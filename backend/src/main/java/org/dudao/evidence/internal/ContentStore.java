package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dudao.evidence.internal.FileRow.Scan;
import org.dudao.kernel.blob.BlobKeeper;
import org.jdbi.v3.core.Jdbi;

/** What is known of blobs that are evidence, and which blobs evidence still needs. */
@ApplicationScoped
class ContentStore implements BlobKeeper {
    @Inject
    Jdbi jdbi;

    /** Content still to be looked at. */
    record Waiting(String sha256, String mediaType, Scan scan) {}

    /** What a look found; everything may be null. */
    record Seen(Integer width, Integer height, Instant takenAt, String thumbnail, String published) {
        static final Seen NOTHING = new Seen(null, null, null, null, null);
    }

    @Override
    @Transactional
    public Set<String> needed(Collection<String> sha256) {
        return jdbi.withHandle(h -> new HashSet<>(
                h.createQuery("select n from evidence.content, unnest(array[sha256, thumbnail, published]) n"
                                + " where n is not null and (sha256 = any(:shas) or thumbnail = any(:shas)"
                                + " or published = any(:shas))")
                        .bindArray("shas", String.class, sha256)
                        .mapTo(String.class)
                        .list()));
    }

    /** Makes sure the row is there, locked against the sweep; true when it is new. */
    boolean keep(String sha256, long size, MediaTypes.Found found, Scan scan, Instant now) {
        return jdbi.withHandle(h -> h.createQuery("insert into evidence.content (sha256, size, media_type, kind, scan,"
                        + " next_try_at) values (:sha, :size, :type, :kind, :scan, :next)"
                        + " on conflict (sha256) do update set sha256 = excluded.sha256 returning (xmax = 0)")
                .bind("sha", sha256)
                .bind("size", size)
                .bind("type", found.mediaType())
                .bind("kind", found.kind().name())
                .bind("scan", scan.name())
                .bind("next", Timestamp.from(now))
                .mapTo(boolean.class)
                .one());
    }

    Optional<Waiting> waiting(String sha256) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select sha256, media_type, scan from evidence.content where sha256 = :sha and looked_at is null")
                .bind("sha", sha256)
                .map((r, c) -> new Waiting(
                        r.getString("sha256"), r.getString("media_type"), Scan.valueOf(r.getString("scan"))))
                .findOne());
    }

    /** Takes those that are due and puts their next try off; each is taken by one node only. */
    List<String> takeDue(Instant now, Instant next) {
        return jdbi.withHandle(h -> h.createQuery("update evidence.content set next_try_at = :next where sha256 in"
                        + " (select sha256 from evidence.content where looked_at is null and next_try_at <= :now"
                        + " order by next_try_at limit 50 for update skip locked) returning sha256")
                .bind("now", Timestamp.from(now))
                .bind("next", Timestamp.from(next))
                .mapTo(String.class)
                .list());
    }

    void scanned(String sha256, Scan scan, String signature) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update evidence.content set scan = :scan, signature = :signature where sha256 = :sha")
                .bind("scan", scan.name())
                .bind("signature", signature)
                .bind("sha", sha256)
                .execute());
    }

    void seen(String sha256, Seen seen, Instant now) {
        jdbi.useHandle(h -> h.createUpdate(
                        "update evidence.content set width = :width, height = :height, taken_at = :taken,"
                                + " thumbnail = :thumbnail, published = :published, looked_at = :now where sha256 = :sha")
                .bind("width", seen.width())
                .bind("height", seen.height())
                .bind("taken", seen.takenAt() == null ? null : Timestamp.from(seen.takenAt()))
                .bind("thumbnail", seen.thumbnail())
                .bind("published", seen.published())
                .bind("now", Timestamp.from(now))
                .bind("sha", sha256)
                .execute());
    }
}
