package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.id.Ids;
import org.dudao.kernel.job.JobContext;
import org.dudao.kernel.job.JobHandler;
import org.dudao.kernel.job.JobState;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Writes the checked rows into the register in one transaction: after a crash either all of it is there or nothing.
 */
@ApplicationScoped
class ImportCommitJob implements JobHandler {
    static final String KIND = "import.commit";
    private static final int LONGEST_SECONDS = 1_800;
    private static final String TAKEN = " r.import_id = :import and (:confirmed or r.needs = 'NOTHING') ";

    /** What the job is given. */
    record Order(UUID importId, boolean confirmed, String actorName) {}

    @Inject
    ImportStore store;

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Subject describe(JsonNode payload) {
        return store.subject(ImportCheckJob.importId(payload));
    }

    @Override
    public Object run(JobContext context) {
        UUID id = ImportCheckJob.importId(context.payload());
        boolean confirmed = context.payload().get("confirmed").asBoolean();
        String actorName = context.payload().get("actorName").asText();
        return QuarkusTransaction.requiringNew().timeout(LONGEST_SECONDS).call(() -> {
            ImportView view = store.lock(id);
            context.progress(0, view.toCreate() + (long) view.toUpdate());
            int rows = jdbi.withHandle(h -> view.kind() == ImportKind.FIGURES
                    ? figures(h, view, confirmed, context.actor(), actorName)
                    : schools(h, id, confirmed, actorName));
            store.setCommitted(id, rows);
            audit.recordAs(
                    context.actor(),
                    "import.committed",
                    "import",
                    id,
                    view.regionCode(),
                    Map.of("file", view.fileName(), "rows", rows));
            context.progress(rows, rows);
            context.succeed(Map.of("rows", rows));
            return null;
        });
    }

    @Override
    public void ended(JsonNode payload, JobState state, String message) {
        store.revert(ImportCheckJob.importId(payload), ImportState.COMMITTING, ImportState.CHECKED, message);
    }

    private int figures(Handle h, ImportView view, boolean confirmed, String actor, String actorName) {
        refuseIfChangedSince(h, view.id(), confirmed);
        UUID source = Ids.newId();
        h.createUpdate("insert into registry.figure_source (id, kind, import_id, file_name, actor, actor_name, at)"
                        + " values (:id, 'IMPORT', :import, :file, :actor, :name, :at)")
                .bind("id", source)
                .bind("import", view.id())
                .bind("file", view.fileName())
                .bind("actor", actor)
                .bind("name", actorName)
                .bind("at", clock.instant())
                .execute();
        int rows = h.createUpdate("insert into registry.figure_entry (school_id, year, source_id, source_row, values)"
                        + " select r.school_id, r.year, :source, r.row_no, r.payload from registry.import_row r where"
                        + TAKEN
                        + " order by r.row_no")
                .bind("source", source)
                .bind("import", view.id())
                .bind("confirmed", confirmed)
                .execute();
        int passes = h.createQuery("select coalesce(max(r.pass), 0) from registry.import_row r where" + TAKEN)
                .bind("import", view.id())
                .bind("confirmed", confirmed)
                .mapTo(int.class)
                .one();
        for (int pass = 0; pass <= passes; pass++) {
            h.createUpdate(
                            "insert into registry.school_year as y (school_id, year, values, version)"
                                    + " select r.school_id, r.year, r.payload, 1 from registry.import_row r where"
                                    + TAKEN + " and r.pass = :pass"
                                    + " on conflict (school_id, year) do update set values = y.values || excluded.values, version = y.version + 1")
                    .bind("import", view.id())
                    .bind("confirmed", confirmed)
                    .bind("pass", pass)
                    .execute();
        }
        return rows;
    }

    private void refuseIfChangedSince(Handle h, UUID id, boolean confirmed) {
        long changed = h.createQuery("select count(distinct (e.school_id, e.year)) from registry.figure_entry e"
                        + " join registry.import_row r on r.school_id = e.school_id and r.year = e.year"
                        + " join registry.import i on i.id = r.import_id where e.id > i.base_entry and" + TAKEN)
                .bind("import", id)
                .bind("confirmed", confirmed)
                .mapTo(long.class)
                .one();
        if (changed > 0) {
            throw Problem.conflict("registry.import.changedSince", changed);
        }
    }

    private int schools(Handle h, UUID id, boolean confirmed, String actorName) {
        long taken = h.createQuery(
                        "select count(*) from registry.import_row r join registry.school s on s.code = r.code where"
                                + TAKEN + " and r.school_id is null")
                .bind("import", id)
                .bind("confirmed", confirmed)
                .mapTo(long.class)
                .one();
        if (taken > 0) {
            throw Problem.conflict("registry.import.changedSince", taken);
        }
        int created = h.createUpdate(
                        "insert into registry.school (id, code, name, kind, region_code, urban_rural, private_school, run_by,"
                                + " longitude, latitude, founded_year, state)"
                                + " select gen_random_uuid(), r.code, r.payload ->> 'name', r.payload ->> 'kind', r.payload ->> 'regionCode',"
                                + " r.payload ->> 'urbanRural', (r.payload ->> 'privateSchool')::boolean, r.payload ->> 'runBy',"
                                + " (r.payload ->> 'longitude')::double precision, (r.payload ->> 'latitude')::double precision,"
                                + " (r.payload ->> 'foundedYear')::smallint, 'OPEN' from registry.import_row r where"
                                + TAKEN
                                + " and r.school_id is null")
                .bind("import", id)
                .bind("confirmed", confirmed)
                .execute();
        int updated = h.createUpdate("update registry.school s set name = coalesce(r.payload ->> 'name', s.name),"
                        + " kind = coalesce(r.payload ->> 'kind', s.kind), region_code = coalesce(r.payload ->> 'regionCode', s.region_code),"
                        + " urban_rural = coalesce(r.payload ->> 'urbanRural', s.urban_rural),"
                        + " private_school = coalesce((r.payload ->> 'privateSchool')::boolean, s.private_school),"
                        + " run_by = coalesce(r.payload ->> 'runBy', s.run_by),"
                        + " longitude = coalesce((r.payload ->> 'longitude')::double precision, s.longitude),"
                        + " latitude = coalesce((r.payload ->> 'latitude')::double precision, s.latitude),"
                        + " founded_year = coalesce((r.payload ->> 'foundedYear')::smallint, s.founded_year), version = s.version + 1"
                        + " from registry.import_row r where s.id = r.school_id and" + TAKEN)
                .bind("import", id)
                .bind("confirmed", confirmed)
                .execute();
        h.createUpdate("update registry.school s set parent_school_id = p.id from registry.import_row r"
                        + " join registry.school p on p.code = r.payload ->> 'parentCode' where s.code = r.code and"
                        + TAKEN)
                .bind("import", id)
                .bind("confirmed", confirmed)
                .execute();
        h.createUpdate("insert into registry.school_event (id, school_id, kind, on_date, detail, actor, at)"
                        + " select gen_random_uuid(), s.id, case when r.school_id is null then 'REGISTERED' when jsonb_exists(r.payload, 'name')"
                        + " then 'RENAMED' else 'CHANGED' end, (:at at time zone 'Asia/Shanghai')::date, r.payload, :name, :at"
                        + " from registry.import_row r join registry.school s on s.code = r.code where" + TAKEN)
                .bind("import", id)
                .bind("confirmed", confirmed)
                .bind("name", actorName)
                .bind("at", clock.instant())
                .execute();
        return created + updated;
    }
}
