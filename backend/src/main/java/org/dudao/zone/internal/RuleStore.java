package org.dudao.zone.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.Jdbi;

/** The numbers of the regime with where they come from. */
@ApplicationScoped
public class RuleStore {
    private static final List<String> OF_ZONES =
            List.of("SCHOOLS_PER_ZONE", "SCHOOLS_PER_INSPECTOR", "ROTATION_YEARS", "PROPOSAL_LOAD");

    /**
     * A number in force.
     *
     * @param verified false when nobody has confirmed it
     */
    @Schema(name = "ZoneRule")
    public record Rule(String code, LocalDate validFrom, int value, String source, boolean verified) {}

    @Inject
    Jdbi jdbi;

    /** Those about zones and assignments, on a day. */
    List<Rule> inForce(LocalDate day) {
        return jdbi.withHandle(h -> h.createQuery(
                        "select distinct on (code) * from zone.rule where valid_from <= :day and code = any(:codes)"
                                + " order by code, valid_from desc")
                .bind("day", day)
                .bindArray("codes", String.class, OF_ZONES.toArray())
                .map((r, c) -> new Rule(
                        r.getString("code"),
                        r.getObject("valid_from", LocalDate.class),
                        r.getInt("value"),
                        r.getString("source"),
                        r.getBoolean("verified")))
                .list());
    }
}
