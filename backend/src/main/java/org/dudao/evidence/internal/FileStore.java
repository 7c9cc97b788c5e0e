package org.dudao.evidence.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** The table of files. Everything is read inside what the caller may see. */
@ApplicationScoped
class FileStore {
    /** The day a file is about: what it shows, else the day of receipt in China. */
    static final String DAY = "coalesce(f.fact_on, (f.received_at at time zone 'Asia/Shanghai')::date)";

    static final String IN_USE =
            "exists (select from evidence.proof u where u.file_id = f.id and u.detached_at is null)";
    private static final String FROM = " from evidence.file f join evidence.content c using (sha256)";
    private static final String SELECT =
            "select f.*, c.kind, c.media_type, c.size, c.width, c.height, c.taken_at, c.scan,"
                    + " c.signature, c.thumbnail, c.published, " + IN_USE + " as in_use,"
                    + " exists (select from evidence.proof e where e.file_id = f.id) as ever_used" + FROM;
    private static final Map<String, String> SORTABLE = Map.of(
            "name", "f.name",
            "size", "c.size",
            "factOn", DAY,
            "receivedAt", "f.received_at");

    @Inject
    Jdbi jdbi;

    @Inject
    @Any
    Instance<ProofSubject> subjects;

    /** Who sent it, or who may see one of the things it proves. */
    private Where visible(Account by) {
        Where where = new Where();
        List<String> any = new ArrayList<>(List.of("f.uploader = :subject"));
        subjects.forEach(subject -> {
            ProofSubject.Visible visible = subject.visible(by);
            // the type is the code's own constant, never a caller's text
            any.add("exists (select from evidence.proof p where p.file_id = f.id and p.detached_at is null"
                    + " and p.subject_type = '" + subject.type() + "' and p.subject_id in (" + visible.select() + "))");
            where.bindings().putAll(visible.bindings());
        });
        return where.and("(" + String.join(" or ", any) + ")", "subject", by.subject());
    }

    Optional<FileRow> find(UUID id, Account by) {
        return find(List.of(id), by).stream().findFirst();
    }

    /** Those of them the account may see, in no order. */
    List<FileRow> find(Collection<UUID> ids, Account by) {
        Where where = visible(by);
        return jdbi.withHandle(
                h -> bind(h, SELECT + where.and("f.id = any(:ids)").sql(), where)
                        .bindArray("ids", UUID.class, ids)
                        .map((r, c) -> FileRow.read(r))
                        .list());
    }

    /** The file of an upload, for the person who sent it. */
    Optional<FileRow> ofUpload(String upload, Account by) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " where f.upload_id = :upload and f.uploader = :subject")
                .bind("upload", upload)
                .bind("subject", by.subject())
                .map((r, c) -> FileRow.read(r))
                .findOne());
    }

    /** Who sent a file, whatever the scope: only to tell whether an id is taken. */
    Optional<String> uploaderOf(UUID id) {
        return jdbi.withHandle(h -> h.createQuery("select uploader from evidence.file where id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .findOne());
    }

    Page<FileRow> page(Account by, FileFilter filter) {
        Where where = filter.narrow(visible(by), by);
        return jdbi.withHandle(h -> new Page<>(
                bind(
                                h,
                                SELECT + where.sql() + filter.orderBy(SORTABLE, "f.received_at desc, f.id")
                                        + " limit :limit offset :offset",
                                where)
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map((r, c) -> FileRow.read(r))
                        .list(),
                filter.page,
                filter.size,
                bind(h, "select count(*)" + FROM + where.sql(), where)
                        .mapTo(long.class)
                        .one()));
    }

    void forEach(Account by, FileFilter filter, Consumer<FileRow> consumer) {
        Where where = filter.narrow(visible(by), by);
        jdbi.useHandle(h -> bind(h, SELECT + where.sql() + filter.orderBy(SORTABLE, "f.received_at desc, f.id"), where)
                .setFetchSize(500)
                .map((r, c) -> FileRow.read(r))
                .useStream(s -> s.forEach(consumer)));
    }

    /** What proves a thing now, oldest first; the caller has been found to see the thing. */
    List<FileRow> proving(String type, String subject, String item) {
        return jdbi.withHandle(h -> h.createQuery(SELECT + " join evidence.proof p on p.file_id = f.id"
                        + " where p.subject_type = :type and p.subject_id = :subject and p.item = :item"
                        + " and p.detached_at is null order by p.attached_at, f.id")
                .bind("type", type)
                .bind("subject", subject)
                .bind("item", item)
                .map((r, c) -> FileRow.read(r))
                .list());
    }

    /** False when a file of that id is there already. */
    boolean insert(FileRow f, String upload) {
        return jdbi.withHandle(h -> h.createUpdate("insert into evidence.file (id, sha256, name, fact_on, uploaded_at,"
                                + " received_at, uploader, uploader_name, region_code, school_id, note, upload_id) values (:id, :sha,"
                                + " :name, :factOn, :uploaded, :received, :uploader, :uploaderName, :region, :school, :note, :upload)"
                                + " on conflict (id) do nothing")
                        .bind("id", f.id())
                        .bind("sha", f.sha256())
                        .bind("name", f.name())
                        .bind("factOn", f.factOn())
                        .bind("uploaded", Timestamp.from(f.uploadedAt()))
                        .bind("received", Timestamp.from(f.receivedAt()))
                        .bind("uploader", f.uploader())
                        .bind("uploaderName", f.uploaderName())
                        .bind("region", f.regionCode())
                        .bind("school", f.schoolId())
                        .bind("note", f.note())
                        .bind("upload", upload)
                        .execute())
                == 1;
    }

    /** False when somebody else was faster. */
    boolean update(UUID id, long version, String name, LocalDate factOn, String note) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update evidence.file set name = :name, fact_on = :factOn, note = :note,"
                                        + " version = version + 1 where id = :id and version = :version")
                                .bind("name", name)
                                .bind("factOn", factOn)
                                .bind("note", note)
                                .bind("id", id)
                                .bind("version", version)
                                .execute())
                == 1;
    }

    /** False when it proves or proved something; one being attached just now waits here and finds no file. */
    boolean delete(UUID id) {
        return jdbi.withHandle(h -> {
            h.createQuery("select 1 from evidence.file where id = :id for update")
                    .bind("id", id)
                    .mapTo(int.class)
                    .findOne();
            return h.createUpdate("delete from evidence.file f where id = :id"
                                    + " and not exists (select from evidence.proof p where p.file_id = f.id)")
                            .bind("id", id)
                            .execute()
                    == 1;
        });
    }

    private static Query bind(Handle h, String sql, Where where) {
        return h.createQuery(sql).bindMap(where.bindings());
    }
}
