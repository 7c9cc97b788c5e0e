package org.dudao.balance.internal;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Scope;
import org.dudao.kernel.sql.Where;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Update;

/** Saved plans in the database. Every read is inside a scope. */
@ApplicationScoped
class PlanStore {
    private static final String SELECT = "select id, run_id, region_code, name, note, additions::text as additions,"
            + " costs::text as costs, bill, outcome::text as outcome, created_by, created_at, updated_at, version"
            + " from balance.plan";

    @Inject
    Jdbi jdbi;

    List<Plan> list(Scope scope, String region, UUID run) {
        Where where = new Where()
                .and("region_code like :region || '%'", "region", region)
                .andIf("run_id = :run", "run", run);
        return scope.wholeRegion()
                ? jdbi.withHandle(
                        h -> h.createQuery(SELECT + where.sql() + " order by created_at desc, id desc limit 200")
                                .bindMap(where.bindings())
                                .map((r, c) -> read(r))
                                .list())
                : List.of();
    }

    Optional<Plan> find(UUID id, Scope scope) {
        return !scope.wholeRegion()
                ? Optional.empty()
                : jdbi.withHandle(h -> h.createQuery(SELECT + " where id = :id and region_code like :scope || '%'")
                        .bind("id", id)
                        .bind("scope", scope.regionPrefix())
                        .map((r, c) -> read(r))
                        .findOne());
    }

    void insert(Plan plan) {
        jdbi.useHandle(h -> bind(
                        h.createUpdate(
                                "insert into balance.plan (id, run_id, region_code, name, note, additions, costs,"
                                        + " bill, outcome, created_by, created_at, updated_at) values (:id, :run, :region, :name,"
                                        + " :note, :additions::jsonb, :costs::jsonb, :bill, :outcome::jsonb, :by, :created,"
                                        + " :updated)"),
                        plan)
                .bind("run", plan.runId())
                .bind("region", plan.regionCode())
                .bind("by", plan.createdBy())
                .bind("created", Timestamp.from(plan.createdAt()))
                .execute());
    }

    boolean update(Plan plan, long version) {
        return jdbi.withHandle(h -> bind(
                                h.createUpdate("update balance.plan set name = :name, note = :note,"
                                        + " additions = :additions::jsonb, costs = :costs::jsonb, bill = :bill,"
                                        + " outcome = :outcome::jsonb, updated_at = :updated, version = version + 1"
                                        + " where id = :id and version = :version"),
                                plan)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    boolean delete(UUID id, long version) {
        return jdbi.withHandle(h -> h.createUpdate("delete from balance.plan where id = :id and version = :version")
                        .bind("id", id)
                        .bind("version", version)
                        .execute())
                == 1;
    }

    private static Update bind(Update update, Plan plan) {
        return update.bind("id", plan.id())
                .bind("name", plan.name())
                .bind("note", plan.note())
                .bind("additions", Documents.write(plan.additions()))
                .bind("costs", Documents.write(plan.costs()))
                .bind("bill", plan.bill())
                .bind("outcome", Documents.write(plan.outcome()))
                .bind("updated", Timestamp.from(plan.updatedAt()));
    }

    private static Plan read(ResultSet r) throws SQLException {
        return new Plan(
                r.getObject("id", UUID.class),
                r.getObject("run_id", UUID.class),
                r.getString("region_code"),
                r.getString("name"),
                r.getString("note"),
                Documents.read(r.getString("additions"), new TypeReference<List<Addition>>() {}),
                Documents.read(r.getString("costs"), new TypeReference<TreeMap<String, BigDecimal>>() {}),
                r.getBigDecimal("bill"),
                Documents.read(r.getString("outcome"), new TypeReference<List<Effect>>() {}),
                r.getString("created_by"),
                r.getTimestamp("created_at").toInstant(),
                r.getTimestamp("updated_at").toInstant(),
                r.getLong("version"));
    }
}
