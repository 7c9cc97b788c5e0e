package org.dudao.zone.internal.plan;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dudao.kernel.audit.Audit;
import org.dudao.kernel.error.Problem;
import org.dudao.kernel.security.Account;
import org.dudao.kernel.web.ETags;
import org.dudao.zone.internal.Counties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** Numbers a county may set for itself in place of the general ones, from a day on and with their ground. */
@ApplicationScoped
public class Parameters {
    /**
     * A number in force.
     *
     * @param own whether the county set it itself
     * @param verified whether somebody confirmed its source; never for a county's own
     */
    @Schema(name = "ZoneParameter")
    public record Parameter(String code, LocalDate validFrom, int value, String source, boolean own, boolean verified) {
        String version() {
            return validFrom + "/" + value;
        }
    }

    /** The general numbers and the county's own. */
    private static final String BOTH =
            """
             code, valid_from, value, source, own, verified from (
                select code, valid_from, value, source, false as own, verified from zone.rule
                union all
                select code, valid_from, value, source, true, false from zone.county_rule where region_code = :county) r
            where code = any(:codes)
            """;

    private static final String IN_FORCE =
            "select distinct on (code)" + BOTH + " and valid_from <= :day order by code, own desc, valid_from desc";
    private static final String EVERY = "select" + BOTH + " order by code, valid_from desc, own desc";

    @Inject
    Jdbi jdbi;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** Those in force in a county on a day, in the order asked for. */
    @Transactional
    public List<Parameter> inForce(String region, LocalDate day, List<String> codes) {
        Map<String, Parameter> found = jdbi.withHandle(h -> h.createQuery(IN_FORCE)
                .bind("county", Counties.of(region))
                .bind("day", day)
                .bindArray("codes", String.class, codes.toArray())
                .map((r, c) -> parameter(r))
                .collect(Collectors.toMap(Parameter::code, Function.identity())));
        return codes.stream().map(found::get).toList();
    }

    /** Every number there was or will be in a county, general and its own, by code, the latest first. */
    @Transactional
    public List<Parameter> every(String region, List<String> codes) {
        return jdbi.withHandle(h -> h.createQuery(EVERY)
                .bind("county", Counties.of(region))
                .bindArray("codes", String.class, codes.toArray())
                .map((r, c) -> parameter(r))
                .list());
    }

    private static Parameter parameter(ResultSet r) throws SQLException {
        return new Parameter(
                r.getString("code"),
                r.getObject("valid_from", LocalDate.class),
                r.getInt("value"),
                r.getString("source"),
                r.getBoolean("own"),
                r.getBoolean("verified"));
    }

    /** One number on a day. */
    public int value(String region, LocalDate day, String code) {
        return inForce(region, day, List.of(code)).get(0).value();
    }

    /**
     * Sets a number for the county from a day on. What was decided before keeps the number it was decided under.
     *
     * @throws Problem 404 for a number that is not the county's to set, 422 for a day that is past or a number out of order with
     *     those it stands between
     */
    @Transactional
    public Parameter set(String code, int value, LocalDate from, String source, String ifMatch, Account by) {
        String county = Counties.require(by);
        LocalDate today = LocalDate.now(clock);
        if (!ParameterCodes.all().contains(code)) {
            throw Problem.notFound("zone.parameter.notFound", code);
        }
        Parameter before = inForce(county, today, List.of(code)).get(0);
        ETags.requireMatch(ifMatch, before.version());
        if (from.isBefore(today)) {
            throw Problem.unprocessable("zone.parameter.past", "from");
        }
        int least = ParameterCodes.least(code);
        if (value < least || value > ParameterCodes.most(code)) {
            throw Problem.unprocessable("zone.parameter.value", "value", least, ParameterCodes.most(code));
        }
        requireBetween(county, code, value, from);
        jdbi.useHandle(h -> h.execute(
                "insert into zone.county_rule (region_code, code, valid_from, value, source, set_by, set_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?) on conflict (region_code, code, valid_from) do update"
                        + " set value = excluded.value, source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at",
                county,
                code,
                from,
                value,
                source,
                by.subject(),
                clock.instant()));
        Map<String, Object> detail = new LinkedHashMap<>();
        Audit.putChange(detail, "value", before.value(), value);
        detail.put("from", from);
        detail.put("source", source);
        audit.record("zoneParameter.set", "zoneParameter", code, county, detail);
        return inForce(county, from, List.of(code)).get(0);
    }

    /** Holds a number against those that must lie above and below it on the day it begins. */
    private void requireBetween(String county, String code, int value, LocalDate from) {
        for (List<String> ladder : ParameterCodes.LADDERS) {
            int at = ladder.indexOf(code);
            if (at < 0) {
                continue;
            }
            List<Parameter> others = inForce(county, from, ladder);
            if (at > 0 && value >= others.get(at - 1).value()) {
                throw Problem.unprocessable(
                        "zone.parameter.above", "value", others.get(at - 1).value());
            }
            if (at < ladder.size() - 1 && value <= others.get(at + 1).value()) {
                throw Problem.unprocessable(
                        "zone.parameter.below", "value", others.get(at + 1).value());
            }
        }
    }
}
