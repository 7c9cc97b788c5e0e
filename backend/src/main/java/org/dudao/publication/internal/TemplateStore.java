package org.dudao.publication.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.blob.Blob;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.publication.internal.docx.Deviation;
import org.dudao.publication.internal.docx.Kind;
import org.dudao.publication.internal.docx.ShippedTemplates;
import org.jdbi.v3.core.Jdbi;

/** The tables of templates and of which is in use. */
@ApplicationScoped
class TemplateStore {
    @Inject
    Jdbi jdbi;

    @Inject
    Blobs blobs;

    @Inject
    Clock clock;

    /** Which is in use in a region, and how often that was changed. */
    record Choice(UUID templateId, long version) {}

    /** What the region itself chose; none means the region above it, or the shipped one. */
    Optional<Choice> choice(String kind, String region) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select template_id, version from publication.template_choice where kind = :kind and region_code = :region")
                .bind("kind", kind)
                .bind("region", region)
                .map((r, c) -> new Choice(r.getObject("template_id", UUID.class), r.getLong("version")))
                .findOne());
    }

    /** The template documents of a region are made with: its own choice, else that of the region above; empty is the shipped one. */
    Optional<UUID> inUse(String kind, String region) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select template_id, version from publication.template_choice"
                                + " where kind = :kind and :region like region_code || '%' order by length(region_code) desc limit 1")
                .bind("kind", kind)
                .bind("region", region)
                .map((r, c) -> new Choice(r.getObject("template_id", UUID.class), r.getLong("version")))
                .findOne()
                .map(Choice::templateId));
    }

    /** A template's file; null is the shipped one. */
    byte[] file(Kind kind, UUID template) {
        if (template == null) {
            return ShippedTemplates.of(kind);
        }
        String sha = jdbi.withHandle(h -> h.createQuery("select sha256 from publication.template where id = :id")
                .bind("id", template)
                .mapTo(String.class)
                .one());
        try (InputStream in = blobs.open(sha)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Template> versions(String kind, String region) {
        return jdbi.withHandle(h -> h.createQuery("select * from publication.template where kind = :kind"
                        + " and region_code = :region order by version_no desc")
                .bind("kind", kind)
                .bind("region", region)
                .map((r, c) -> read(r))
                .list());
    }

    Optional<Template> find(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select * from publication.template where id = :id")
                .bind("id", id)
                .map((r, c) -> read(r))
                .findOne());
    }

    List<Deviation> deviations(UUID id) {
        String json = jdbi.withHandle(h -> h.createQuery("select deviations from publication.template where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
        return List.of(Documents.read(json, Deviation[].class));
    }

    Template insert(String kind, String region, String fileName, Blob blob, List<Deviation> deviations, Account by) {
        UUID id = Ids.newId();
        jdbi.useHandle(
                h -> h.createUpdate("insert into publication.template (id, kind, region_code, version_no, file_name,"
                                + " sha256, size, deviations, uploaded_by, uploader_name, uploaded_at) values (:id, :kind, :region,"
                                + " (select coalesce(max(version_no), 0) + 1 from publication.template where kind = :kind and"
                                + " region_code = :region), :name, :sha, :size, :deviations::jsonb, :by, :byName, :at)")
                        .bind("id", id)
                        .bind("kind", kind)
                        .bind("region", region)
                        .bind("name", fileName)
                        .bind("sha", blob.sha256())
                        .bind("size", blob.size())
                        .bind("deviations", Documents.write(deviations))
                        .bind("by", by.subject())
                        .bind("byName", by.displayName())
                        .bind("at", clock.instant())
                        .execute());
        return find(id).orElseThrow();
    }

    /** Takes a template into use; false when somebody else was faster. */
    boolean use(String kind, String region, UUID template, long version) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into publication.template_choice as c (kind, region_code,"
                                        + " template_id, version) values (:kind, :region, :template, 1) on conflict (kind, region_code)"
                                        + " do update set template_id = :template, version = c.version + 1 where c.version = :version")
                        .bind("kind", kind)
                        .bind("region", region)
                        .bind("template", template)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    private static Template read(ResultSet r) throws SQLException {
        return new Template(
                r.getObject("id", UUID.class),
                r.getString("kind"),
                r.getString("region_code"),
                r.getInt("version_no"),
                r.getString("file_name"),
                r.getString("sha256"),
                r.getLong("size"),
                r.getString("uploader_name"),
                r.getTimestamp("uploaded_at").toInstant());
    }
}
