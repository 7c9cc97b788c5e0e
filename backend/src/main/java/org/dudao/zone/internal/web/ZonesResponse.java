package org.dudao.zone.internal.web;

import java.util.List;
import org.dudao.zone.internal.Roster;
import org.dudao.zone.internal.RuleStore.Rule;
import org.dudao.zone.internal.Violation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The zones of a region as they stand today.
 *
 * @param violations of all zones, and of schools in none
 * @param rules the numbers in force with their sources
 * @param version of the county's arrangement; 0 above the counties
 */
@Schema(name = "Zones")
public record ZonesResponse(List<ZoneRow> zones, List<Violation> violations, List<Rule> rules, long version) {
    static ZonesResponse from(Roster roster, List<Rule> rules, long version) {
        return new ZonesResponse(ZoneRow.from(roster), roster.violations(), rules, version);
    }
}
