package org.dudao.registry.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.page.Page;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.dudao.registry.SchoolScope;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads schools straight into rows. */
@ApplicationScoped
public class SchoolQuery {
    private static final String COLUMNS =
            "s.id, s.code, s.name, s.kind, s.region_code, r.name as region_name, s.urban_rural,"
                    + " s.private_school, s.run_by, s.parent_school_id, p.code as parent_code, p.name as parent_name, s.zone_id, z.name as zone_name,"
                    + " s.longitude, s.latitude, s.founded_year, s.closed_year, s.state, s.merged_into_id, s.version";
    private static final String FROM = " from registry.school s join registry.region r on r.code = s.region_code"
            + " left join registry.school p on p.id = s.parent_school_id left join registry.zone z on z.id = s.zone_id";
    private static final int EXPORT_FETCH = 1_000;
    private static final RowMapper<SchoolRow> ROW = (r, c) -> read(r);

    @Inject
    Jdbi jdbi;

    @Transactional
    public Page<SchoolRow> page(Scope scope, SchoolFilter filter) {
        Where where = filter.where(scope);
        String sql = "select " + COLUMNS + FROM + where.sql() + filter.orderBy(SchoolFilter.SORTABLE, "s.code")
                + " limit :limit offset :offset";
        return jdbi.withHandle(h -> new Page<>(
                h.createQuery(sql)
                        .bindMap(where.bindings())
                        .bind("limit", filter.size)
                        .bind("offset", filter.offset())
                        .map(ROW)
                        .list(),
                filter.page,
                filter.size,
                h.createQuery("select count(*) from registry.school s" + where.sql())
                        .bindMap(where.bindings())
                        .mapTo(long.class)
                        .one()));
    }

    /** Every row of the filtered list, one after another. */
    @Transactional
    public void forEach(Scope scope, SchoolFilter filter, Consumer<SchoolRow> consumer) {
        forEach(scope, filter, "s.code", consumer);
    }

    /** Every row in the order of a table of figures: compulsory stages first, kindergartens last. */
    @Transactional
    public void forEachInOrderOfFigures(Scope scope, SchoolFilter filter, Consumer<SchoolRow> consumer) {
        forEach(scope, filter, SchoolFilter.FIGURES_ORDER, consumer);
    }

    private void forEach(Scope scope, SchoolFilter filter, String order, Consumer<SchoolRow> consumer) {
        Where where = filter.where(scope);
        jdbi.useHandle(h -> h.createQuery(
                        "select " + COLUMNS + FROM + where.sql() + filter.orderBy(SchoolFilter.SORTABLE, order))
                .bindMap(where.bindings())
                .setFetchSize(EXPORT_FETCH)
                .map(ROW)
                .useStream(rows -> rows.forEach(consumer)));
    }

    @Transactional
    public SchoolRow get(Scope scope, UUID id) {
        Where where = SchoolScope.schools(new Where().and("s.id = :id", "id", id), scope, "s");
        return jdbi.withHandle(h -> h.createQuery("select " + COLUMNS + FROM + where.sql())
                .bindMap(where.bindings())
                .map(ROW)
                .findOne()
                .orElseThrow(() -> Problem.notFound("registry.school.notFound", id)));
    }

    /** Schools by id, for those in scope; order is by code. */
    @Transactional
    public List<SchoolRow> pointsOf(Scope scope, UUID parentId) {
        Where where =
                SchoolScope.schools(new Where().and("s.parent_school_id = :parent", "parent", parentId), scope, "s");
        return jdbi.withHandle(h -> h.createQuery("select " + COLUMNS + FROM + where.sql() + " order by s.code")
                .bindMap(where.bindings())
                .map(ROW)
                .list());
    }

    private static SchoolRow read(ResultSet r) throws SQLException {
        return new SchoolRow(
                r.getObject("id", UUID.class),
                r.getString("code"),
                r.getString("name"),
                r.getString("kind"),
                r.getString("region_code"),
                r.getString("region_name"),
                r.getString("urban_rural"),
                r.getBoolean("private_school"),
                RunBy.valueOf(r.getString("run_by")),
                r.getObject("parent_school_id", UUID.class),
                r.getString("parent_code"),
                r.getString("parent_name"),
                r.getObject("zone_id", UUID.class),
                r.getString("zone_name"),
                (Double) r.getObject("longitude"),
                (Double) r.getObject("latitude"),
                (Integer) r.getObject("founded_year"),
                (Integer) r.getObject("closed_year"),
                SchoolState.valueOf(r.getString("state")),
                r.getObject("merged_into_id", UUID.class),
                r.getLong("version"));
    }
}
