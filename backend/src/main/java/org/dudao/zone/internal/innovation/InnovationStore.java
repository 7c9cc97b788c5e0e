package org.dudao.zone.internal.innovation;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dudao.kernel.json.Documents;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.security.Roles;
import org.dudao.kernel.sql.Where;
import org.dudao.zone.internal.innovation.InnovationCheck.HandAnswer;
import org.jdbi.v3.core.Jdbi;

/** The table of self-checks. */
@ApplicationScoped
class InnovationStore {
    private static final TypeReference<Map<String, HandAnswer>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<List<InnovationRow>> ROWS = new TypeReference<>() {};

    /**
     * A check as it is kept.
     *
     * @param content what was adopted; null for a draft
     */
    record Kept(
            UUID id,
            int edition,
            Map<String, HandAnswer> answers,
            InnovationCheck content,
            String adoptedBy,
            Instant adoptedAt,
            String opinion,
            String reopenedFor,
            long version) {
        boolean adopted() {
            return adoptedAt != null;
        }
    }

    @Inject
    Jdbi jdbi;

    /** The office sees its own drafts as well; those above it what was adopted. */
    static Where scope(Account by) {
        Where where = new Where()
                .and("k.region_code like :scope || '%'", "scope", by.scope().regionPrefix());
        return switch (by.role()) {
            case Roles.DIRECTOR, Roles.OFFICER -> where;
            case Roles.GOVERNMENT, Roles.PROVINCE -> where.and("k.adopted_at is not null");
            default -> where.and("false");
        };
    }

    /** Those adopted, the latest year and edition first. */
    List<InnovationCheck.Row> adopted(Account by) {
        Where where = scope(by).and("k.adopted_at is not null");
        return jdbi.withHandle(
                h -> h.createQuery("select k.region_code, r.name, k.year, k.edition, k.content->'tally' as tally,"
                                + " k.adopted_by, k.adopted_at, k.opinion from zone.innovation_check k"
                                + " join registry.region r on r.code = k.region_code" + where.sql()
                                + " order by k.year desc, k.region_code, k.edition desc limit 1000")
                        .bindMap(where.bindings())
                        .map((r, c) -> new InnovationCheck.Row(
                                r.getString("region_code"),
                                r.getString("name"),
                                r.getInt("year"),
                                r.getInt("edition"),
                                InnovationCheck.State.ADOPTED,
                                Documents.read(r.getString("tally"), InnovationCheck.Tally.class),
                                r.getString("adopted_by"),
                                r.getTimestamp("adopted_at").toInstant(),
                                r.getString("opinion")))
                        .list());
    }

    /** Every edition of a county's year the caller may see, the newest first. */
    List<Kept> editions(String county, int year, Account by) {
        Where where = scope(by).and("k.region_code = :county", "county", county).and("k.year = :year", "year", year);
        return jdbi.withHandle(
                h -> h.createQuery("select k.* from zone.innovation_check k" + where.sql() + " order by k.edition desc")
                        .bindMap(where.bindings())
                        .map((r, c) -> kept(r))
                        .list());
    }

    /** The rows behind a number of an adopted check. */
    List<InnovationRow> rows(UUID id, InnovationMeasure measure) {
        return jdbi.withHandle(
                h -> h.createQuery("select rows->:measure as rows from zone.innovation_check where id = :id")
                        .bind("measure", measure.name())
                        .bind("id", id)
                        .mapTo(String.class)
                        .findOne()
                        .map(json -> Documents.read(json, ROWS))
                        .orElse(List.of()));
    }

    boolean insert(UUID id, String county, int year, int edition, Map<String, HandAnswer> answers, String reopenedFor) {
        return jdbi.withHandle(h -> h.execute(
                        "insert into zone.innovation_check (id, region_code, year, edition, answers, reopened_for, version)"
                                + " values (?, ?, ?, ?, ?::jsonb, ?, 1) on conflict do nothing",
                        id,
                        county,
                        year,
                        edition,
                        Documents.write(answers),
                        reopenedFor))
                == 1;
    }

    boolean answer(UUID id, long version, Map<String, HandAnswer> answers) {
        return jdbi.withHandle(h -> h.execute(
                        "update zone.innovation_check set answers = ?::jsonb, version = version + 1"
                                + " where id = ? and version = ? and adopted_at is null",
                        Documents.write(answers),
                        id,
                        version))
                == 1;
    }

    boolean adopt(
            InnovationCheck check,
            UUID system,
            Map<InnovationMeasure, List<InnovationRow>> rows,
            Optional<String> opinion,
            Account by,
            Instant at) {
        return jdbi.withHandle(h -> h.execute(
                        "update zone.innovation_check set content = ?::jsonb, rows = ?::jsonb, system_id = ?, opinion = ?,"
                                + " adopted_by = ?, adopted_at = ?, version = version + 1"
                                + " where id = ? and version = ? and adopted_at is null",
                        Documents.write(check),
                        Documents.write(rows),
                        system,
                        opinion.orElse(null),
                        by.displayName(),
                        at,
                        check.id(),
                        check.version()))
                == 1;
    }

    private static Kept kept(ResultSet r) throws SQLException {
        String content = r.getString("content");
        return new Kept(
                r.getObject("id", UUID.class),
                r.getInt("edition"),
                Documents.read(r.getString("answers"), ANSWERS),
                content == null ? null : Documents.read(content, InnovationCheck.class),
                r.getString("adopted_by"),
                r.getTimestamp("adopted_at") == null
                        ? null
                        : r.getTimestamp("adopted_at").toInstant(),
                r.getString("opinion"),
                r.getString("reopened_for"),
                r.getLong("version"));
    }
}
