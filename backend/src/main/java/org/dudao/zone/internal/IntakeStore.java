package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.SqlStatement;

/** Writes what phones sent, many records in few turns with the database and always in the order of their ids. */
@ApplicationScoped
class IntakeStore {
    /**
     * A record as it is kept.
     *
     * @param body the record as it is written down
     * @param checksum of the body
     */
    record Entry(
            VisitRecord record,
            String body,
            String checksum,
            String region,
            Account author,
            VisitTimes times,
            VisitReceipt receipt) {}

    /** A record that was kept before, whatever the scope. */
    record Known(VisitReceipt receipt, String author, String checksum) {}

    private static final String ENTER =
            """
            insert into zone.visit (id, region_code, school_id, kind, made_on, inspector_id, created_at)
            select e.id, e.region, e.school, e.kind, e.made_on::date, i.id, :at
            from unnest(:visit, :region, :school, :kind, :madeOn, :author) as e(id, region, school, kind, made_on, author)
            left join zone.inspector i on i.account = e.author
            order by e.id
            on conflict (id) do nothing
            returning id
            """;

    // selected, not as values: only then does the driver say of each whether it was kept
    private static final String KEEP =
            """
            insert into zone.visit_record (id, visit_id, author, author_name, handed_in_by, system_id, body, checksum,
                sent_at, received_at, clock_off, doubts)
            select :id::uuid, :visit::uuid, :author::text, :name::text, :handedIn::text, :system::uuid, :body::jsonb,
                :checksum::text, :sentAt::timestamptz, :at::timestamptz, :off::int, string_to_array(:doubts::text, ',')
            on conflict (id) do nothing
            """;

    private static final String MADE =
            """
            update zone.visit v set made_on = least(coalesce(v.made_on, e.made_on::date), e.made_on::date),
                version = v.version + 1
            from unnest(:visit, :madeOn) as e(id, made_on)
            where v.id = e.id
            """;

    @Inject
    Jdbi jdbi;

    /** Those of some records that are kept, by id. */
    Map<UUID, Known> known(List<UUID> ids) {
        Map<UUID, Known> known = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select id, visit_id, author, author_name, handed_in_by, system_id, checksum,"
                        + " sent_at, received_at, clock_off, doubts from zone.visit_record where id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .map((r, c) -> known.put(
                        r.getObject("id", UUID.class),
                        new Known(VisitStore.receipt(r), r.getString("author"), r.getString("checksum"))))
                .list());
        return known;
    }

    /**
     * Enters the visits nobody planned as made, by the inspector each author is, if any; each visit once.
     *
     * @return visits that were entered; the others were known
     */
    Set<UUID> enter(List<Entry> entries, Instant at) {
        return jdbi.withHandle(h -> {
            var query = h.createQuery(ENTER).bind("at", at);
            uuids(query, "visit", entries, e -> e.record().visitId());
            texts(query, "region", entries, Entry::region);
            uuids(query, "school", entries, e -> e.record().schoolId());
            texts(query, "kind", entries, e -> e.record().kind().name());
            texts(query, "madeOn", entries, IntakeStore::madeOn);
            texts(query, "author", entries, e -> e.author().subject());
            return new HashSet<>(query.mapTo(UUID.class).list());
        });
    }

    /**
     * Keeps records.
     *
     * @return ids of those kept; of the others one of the same id was kept before
     */
    Set<UUID> keep(List<Entry> entries, Instant at) {
        List<Entry> ordered = entries.stream()
                .sorted(Comparator.comparing(e -> e.record().id()))
                .toList();
        int[] kept = jdbi.withHandle(h -> {
            PreparedBatch batch = h.prepareBatch(KEEP);
            for (Entry e : ordered) {
                batch.bind("id", e.record().id())
                        .bind("visit", e.record().visitId())
                        .bind("author", e.author().subject())
                        .bind("name", e.receipt().authorName())
                        .bind("handedIn", e.receipt().handedInBy())
                        .bind("system", e.record().systemId())
                        .bind("body", e.body())
                        .bind("checksum", e.checksum())
                        .bind("sentAt", e.receipt().sentAt())
                        .bind("at", at)
                        .bind("off", e.times().clockOff())
                        .bind(
                                "doubts",
                                String.join(
                                        ",",
                                        e.times().doubts().stream()
                                                .map(VisitDoubt::name)
                                                .toList()))
                        .add();
            }
            return batch.execute();
        });
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i] == 1) {
                ids.add(ordered.get(i).record().id());
            }
        }
        return ids;
    }

    /** The first record makes a visit that was known; a later one from an earlier day moves it there. */
    void made(List<Entry> entries) {
        jdbi.useHandle(h -> {
            var update = h.createUpdate(MADE);
            uuids(update, "visit", entries, e -> e.record().visitId());
            texts(update, "madeOn", entries, IntakeStore::madeOn);
            update.execute();
        });
    }

    /** The schools of visits the caller sees, by visit. */
    Map<UUID, UUID> schools(Set<UUID> visits, Account by) {
        Where where = VisitStore.scope(by).and("v.id = any(:ids)");
        Map<UUID, UUID> schools = new HashMap<>();
        jdbi.useHandle(h -> h.createQuery("select v.id, v.school_id" + VisitStore.FROM + where.sql())
                .bindMap(where.bindings())
                .bindArray("ids", UUID.class, visits)
                .map((r, c) -> schools.put(r.getObject("id", UUID.class), r.getObject("school_id", UUID.class)))
                .list());
        return schools;
    }

    private static String madeOn(Entry e) {
        return e.times().madeOn().toString();
    }

    private static void uuids(SqlStatement<?> s, String name, List<Entry> entries, Function<Entry, UUID> of) {
        s.bindArray(name, UUID.class, entries.stream().map(of).toArray());
    }

    private static void texts(SqlStatement<?> s, String name, List<Entry> entries, Function<Entry, String> of) {
        s.bindArray(name, String.class, entries.stream().map(of).toArray());
    }
}
