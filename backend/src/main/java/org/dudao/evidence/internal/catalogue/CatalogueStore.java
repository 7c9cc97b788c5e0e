package org.dudao.evidence.internal.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dudao.evidence.ProofSubject;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/**
 * Catalogues and asks. A catalogue and what lies in it is for those who answer for the whole region; units see what they are
 * asked for.
 */
@ApplicationScoped
class CatalogueStore implements ProofSubject {
    static final String TYPE = "catalogue";
    private static final Set<String> READERS = Set.of(Roles.DIRECTOR, Roles.OFFICER, Roles.GOVERNMENT, Roles.PROVINCE);
    private static final Set<String> UNITS = Set.of(Roles.SCHOOL, Roles.TOWNSHIP);

    @Inject
    Jdbi jdbi;

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Visible visible(Account by) {
        Where where = scope(by);
        return new Visible("select c2.id::text from evidence.catalogue c2" + where.sql(), where.bindings());
    }

    @Override
    public Map<String, Label> labels(java.util.Collection<String> ids) {
        return jdbi.withHandle(h -> h
                .createQuery("select id::text as id, year, document ->> 'nameZh' as name from evidence.catalogue"
                        + " where id = any(cast(:ids as uuid[]))")
                .bindArray("ids", String.class, ids)
                .map((r, c) -> Map.entry(
                        r.getString("id"),
                        new Label(r.getInt("year") + " " + r.getString("name"), "/archives/" + r.getString("id"))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Where scope(Account by) {
        Where where = new Where();
        if (!READERS.contains(by.role()) || !by.scope().wholeRegion()) {
            return where.and("false");
        }
        return where.and(
                "c2.region_code like :scopeRegion || '%'",
                "scopeRegion", by.scope().regionPrefix());
    }

    List<Catalogue> list(Account by) {
        Where where = scope(by);
        return catalogues(
                "select c2.* from evidence.catalogue c2" + where.sql() + " order by year desc, template, id", where);
    }

    Optional<Catalogue> find(UUID id, Account by) {
        Where where = scope(by).and("c2.id = :id", "id", id);
        return catalogues("select c2.* from evidence.catalogue c2" + where.sql(), where).stream()
                .findFirst();
    }

    /** Whatever the scope; for the name of what a unit was asked for. */
    Catalogue ofAsk(Ask ask) {
        Where where = new Where().and("c2.id = :id", "id", ask.catalogueId());
        return catalogues("select c2.* from evidence.catalogue c2" + where.sql(), where)
                .get(0);
    }

    private List<Catalogue> catalogues(String sql, Where where) {
        return jdbi.withHandle(h -> {
            Query query = h.createQuery(sql).bindMap(where.bindings());
            return query.map((r, c) -> new Catalogue(
                            r.getObject("id", UUID.class),
                            r.getString("template"),
                            r.getString("region_code"),
                            r.getInt("year"),
                            Documents.read(r.getString("document"), CatalogueDocument.class),
                            r.getTimestamp("opened_at").toInstant(),
                            r.getString("opener_name"),
                            r.getLong("version")))
                    .list();
        });
    }

    /** False when one of the kind is open for the region and year already. */
    boolean insert(Catalogue c, String by) {
        return jdbi.withHandle(h -> h.createUpdate(
                                "insert into evidence.catalogue (id, template, region_code, year, document,"
                                        + " opened_at, opened_by, opener_name) values (:id, :template, :region, :year, cast(:document as"
                                        + " jsonb), :at, :by, :name) on conflict (region_code, template, year) do nothing")
                        .bind("id", c.id())
                        .bind("template", c.template())
                        .bind("region", c.regionCode())
                        .bind("year", c.year())
                        .bind("document", Documents.write(c.document()))
                        .bind("at", Timestamp.from(c.openedAt()))
                        .bind("by", by)
                        .bind("name", c.openerName())
                        .execute())
                == 1;
    }

    List<Ask> asks(UUID catalogue) {
        return jdbi.withHandle(
                h -> h.createQuery("select * from evidence.ask where catalogue_id = :id order by asked_at, id")
                        .bind("id", catalogue)
                        .map((r, c) -> Ask.read(r))
                        .list());
    }

    /** Those of the account's own unit; none for anybody else. */
    List<Ask> askedOf(Account by, boolean openOnly) {
        if (!UNITS.contains(by.role())) {
            return List.of();
        }
        Where where = unit(by);
        if (openOnly) {
            where.and("ended_at is null");
        }
        return jdbi.withHandle(h -> h.createQuery("select * from evidence.ask" + where.sql()
                        + " order by ended_at is not null, due_on nulls last, asked_at")
                .bindMap(where.bindings())
                .map((r, c) -> Ask.read(r))
                .list());
    }

    /** An ask the account may act on: of its unit, or of a catalogue it may see. */
    Optional<Ask> ask(UUID id, Account by) {
        Where where;
        if (UNITS.contains(by.role())) {
            where = unit(by);
        } else {
            Visible visible = visible(by);
            where = new Where().and("catalogue_id::text in (" + visible.select() + ")");
            where.bindings().putAll(visible.bindings());
        }
        where.and("id = :id", "id", id);
        return jdbi.withHandle(h -> h.createQuery("select * from evidence.ask" + where.sql())
                .bindMap(where.bindings())
                .map((r, c) -> Ask.read(r))
                .findOne());
    }

    private static Where unit(Account by) {
        return by.role().equals(Roles.SCHOOL)
                ? new Where().and("school_id = :school", "school", by.scope().schoolId())
                : new Where().and("region_code = :region", "region", by.scope().regionPrefix());
    }

    /** False when the unit is asked for it already. */
    boolean insert(Ask a, String by) {
        return jdbi.withHandle(
                        h -> h.createUpdate("insert into evidence.ask (id, catalogue_id, item, unit_name, school_id,"
                                        + " region_code, note, due_on, asked_at, asked_by, asker_name) values (:id, :catalogue, :item, :unit,"
                                        + " :school, :region, :note, :due, :at, :by, :name) on conflict do nothing")
                                .bind("id", a.id())
                                .bind("catalogue", a.catalogueId())
                                .bind("item", a.item())
                                .bind("unit", a.unitName())
                                .bind("school", a.schoolId())
                                .bind("region", a.regionCode())
                                .bind("note", a.note())
                                .bind("due", a.dueOn())
                                .bind("at", Timestamp.from(a.askedAt()))
                                .bind("by", by)
                                .bind("name", a.askerName())
                                .execute())
                == 1;
    }

    void answered(UUID ask, Instant at) {
        jdbi.useHandle(h -> h.createUpdate("update evidence.ask set answered_at = coalesce(answered_at, :at),"
                        + " version = version + 1 where id = :id")
                .bind("at", Timestamp.from(at))
                .bind("id", ask)
                .execute());
    }

    boolean end(Ask a, Ask.End end, Instant at, String by) {
        return jdbi.withHandle(
                        h -> h.createUpdate("update evidence.ask set ended_at = :at, ended_by = :by, ended_for = :end,"
                                        + " version = version + 1 where id = :id and version = :version")
                                .bind("at", Timestamp.from(at))
                                .bind("by", by)
                                .bind("end", end.name())
                                .bind("id", a.id())
                                .bind("version", a.version())
                                .execute())
                == 1;
    }

    /** How many files lie in each item of a catalogue; items without any are left out. */
    Map<String, Long> counts(UUID catalogue) {
        return jdbi.withHandle(h -> h
                .createQuery("select item, count(*) as n from evidence.proof where subject_type = 'catalogue'"
                        + " and subject_id = :id and detached_at is null group by item")
                .bind("id", catalogue.toString())
                .map((r, c) -> Map.entry(r.getString("item"), r.getLong("n")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Files a person has put into an item. */
    List<UUID> filesBy(UUID catalogue, String item, String subject) {
        return jdbi.withHandle(h -> h.createQuery("select file_id from evidence.proof where subject_type = 'catalogue'"
                        + " and subject_id = :id and item = :item and attached_by = :by and detached_at is null"
                        + " order by attached_at")
                .bind("id", catalogue.toString())
                .bind("item", item)
                .bind("by", subject)
                .mapTo(UUID.class)
                .list());
    }
}
