package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.blob.Blobs;
import org.dudao.kernel.error.FieldError;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.file.FileReferences;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.security.Account;
import org.jdbi.v3.core.Jdbi;

/** What files prove: attached, detached, where used. */
@ApplicationScoped
public class ProofService implements FileReferences {
    @Inject
    Jdbi jdbi;

    @Inject
    FileStore files;

    @Inject
    Blobs blobs;

    @Inject
    @Any
    Instance<ProofSubject> subjects;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /**
     * One use of a file.
     *
     * @param text names the thing it proves
     * @param path where the client shows that
     * @param detachedFor why it proves this no longer; null when nothing was said
     */
    public record Use(
            String subjectType,
            String text,
            String path,
            Instant attachedAt,
            String attacherName,
            Instant detachedAt,
            String detacherName,
            String detachedFor) {}

    private record Row(String type, String subject, Use use) {}

    @Override
    @Transactional
    public void check(Collection<UUID> ids, Account by, String field) {
        if (ids.isEmpty()) {
            return;
        }
        Map<UUID, FileRow> found =
                files.find(ids, by).stream().collect(Collectors.toMap(FileRow::id, Function.identity()));
        List<FieldError> errors = new ArrayList<>();
        int index = 0;
        for (UUID id : ids) {
            String at = field + "[" + index++ + "]";
            FileRow file = found.get(id);
            if (file == null) {
                errors.add(FieldError.of(at, "evidence.file.unknown", id));
            } else if (file.scan() == FileRow.Scan.INFECTED) {
                errors.add(FieldError.of(at, "evidence.file.infected", file.name(), file.signature()));
            }
        }
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    @Transactional
    public void attach(Collection<UUID> ids, String type, String subject, String item, Account by, String field) {
        Set<UUID> once = new LinkedHashSet<>(ids);
        check(once, by, field);
        for (UUID id : once) {
            boolean added = jdbi.withHandle(h -> {
                // holds the row against the sweep from here to the end of the transaction
                boolean there = h.createQuery("select 1 from evidence.file where id = :id for key share")
                        .bind("id", id)
                        .mapTo(int.class)
                        .findOne()
                        .isPresent();
                if (!there) {
                    throw Problem.unprocessable("evidence.file.unknown", field, id);
                }
                return h.createUpdate("insert into evidence.proof (id, file_id, subject_type, subject_id, item,"
                                        + " attached_at, attached_by, attacher_name) values (:proof, :file, :type, :subject, :item,"
                                        + " :at, :by, :name) on conflict do nothing")
                                .bind("proof", Ids.newId())
                                .bind("file", id)
                                .bind("type", type)
                                .bind("subject", subject)
                                .bind("item", item)
                                .bind("at", java.sql.Timestamp.from(clock.instant()))
                                .bind("by", by.subject())
                                .bind("name", by.displayName())
                                .execute()
                        == 1;
            });
            if (added) {
                audit.record(
                        "file.attached",
                        "file",
                        id,
                        by.scope().regionPrefix(),
                        Map.of("type", type, "subject", subject, "item", item));
            }
        }
    }

    /** Gives one's own files that have no day of the fact this one. */
    @Transactional
    public void date(Collection<UUID> ids, LocalDate on, Account by) {
        if (on != null && !ids.isEmpty()) {
            jdbi.useHandle(h -> h.createUpdate("update evidence.file set fact_on = :on, version = version + 1"
                            + " where id = any(:ids) and fact_on is null and uploader = :by")
                    .bind("on", on)
                    .bindArray("ids", UUID.class, new LinkedHashSet<>(ids).toArray())
                    .bind("by", by.subject())
                    .execute());
        }
    }

    /** What proves a part of a thing now, oldest first; the caller has been found to see the thing. */
    @Transactional
    public List<FileRow> proving(String type, UUID subject, String item) {
        return files.proving(type, subject.toString(), item);
    }

    /** Ids of what proves a thing or a part of it now; the caller has been found to see the thing. */
    @Transactional
    public Set<UUID> attached(String type, UUID subject) {
        return jdbi.withHandle(h -> h.createQuery("select file_id from evidence.proof where subject_type = :type"
                        + " and subject_id = :subject and detached_at is null")
                .bind("type", type)
                .bind("subject", subject.toString())
                .mapTo(UUID.class)
                .collect(Collectors.toSet()));
    }

    /** The published copy of a picture that proves a thing now. */
    @Transactional
    public Optional<byte[]> published(UUID file, String type, String subject) {
        return jdbi.withHandle(h -> h.createQuery(
                                "select c.published from evidence.file f"
                                        + " join evidence.content c using (sha256) join evidence.proof p on p.file_id = f.id"
                                        + " where f.id = :file and p.subject_type = :type and p.subject_id = :subject"
                                        + " and p.detached_at is null and c.published is not null and c.scan <> 'INFECTED' limit 1")
                        .bind("file", file)
                        .bind("type", type)
                        .bind("subject", subject)
                        .mapTo(String.class)
                        .findOne())
                .map(this::bytes);
    }

    private byte[] bytes(String sha256) {
        try (InputStream in = blobs.open(sha256)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends a use; false when there was none. The caller may change the thing. */
    @Transactional
    public boolean detach(UUID file, String type, String subject, String item, String reason, Account by) {
        boolean ended =
                jdbi.withHandle(h -> h.createUpdate("update evidence.proof set detached_at = :at, detached_by = :by,"
                                        + " detacher_name = :name, detached_for = :reason where file_id = :file and subject_type = :type"
                                        + " and subject_id = :subject and item = :item and detached_at is null")
                                .bind("at", java.sql.Timestamp.from(clock.instant()))
                                .bind("by", by.subject())
                                .bind("name", by.displayName())
                                .bind("reason", reason)
                                .bind("file", file)
                                .bind("type", type)
                                .bind("subject", subject)
                                .bind("item", item)
                                .execute())
                        > 0;
        if (ended) {
            audit.record(
                    "file.detached",
                    "file",
                    file,
                    by.scope().regionPrefix(),
                    Map.of("type", type, "subject", subject, "item", item, "reason", reason));
        }
        return ended;
    }

    /** Where a file is or was used, as far as the caller may see the things; newest first. */
    @Transactional
    public List<Use> uses(UUID file, Account by) {
        List<Use> all = new ArrayList<>();
        for (ProofSubject subject : subjects) {
            ProofSubject.Visible visible = subject.visible(by);
            List<Row> rows = jdbi.withHandle(h -> h.createQuery("select * from evidence.proof where file_id = :file"
                            + " and subject_type = :type and subject_id in (" + visible.select()
                            + ") order by attached_at")
                    .bindMap(visible.bindings())
                    .bind("file", file)
                    .bind("type", subject.type())
                    .map((r, c) -> new Row(
                            subject.type(),
                            r.getString("subject_id"),
                            new Use(
                                    subject.type(),
                                    null,
                                    null,
                                    r.getTimestamp("attached_at").toInstant(),
                                    r.getString("attacher_name"),
                                    r.getTimestamp("detached_at") == null
                                            ? null
                                            : r.getTimestamp("detached_at").toInstant(),
                                    r.getString("detacher_name"),
                                    r.getString("detached_for"))))
                    .list());
            Map<String, ProofSubject.Label> labels =
                    subject.labels(rows.stream().map(Row::subject).collect(Collectors.toSet()));
            rows.forEach(row -> {
                ProofSubject.Label label = labels.get(row.subject());
                Use u = row.use();
                all.add(new Use(
                        row.type(),
                        label == null ? null : label.text(),
                        label == null ? null : label.path(),
                        u.attachedAt(),
                        u.attacherName(),
                        u.detachedAt(),
                        u.detacherName(),
                        u.detachedFor()));
            });
        }
        all.sort(java.util.Comparator.comparing(Use::attachedAt).reversed());
        return all;
    }
}
