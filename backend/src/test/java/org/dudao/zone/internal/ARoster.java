package org.dudao.zone.internal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.Roster.ZoneSeat;

/** An arrangement put together by names; the same name is the same thing. */
public final class ARoster {
    public static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final String COUNTY = "990101";

    private final Map<String, Integer> rules = new HashMap<>(
            Map.of("SCHOOLS_PER_ZONE", 20, "SCHOOLS_PER_INSPECTOR", 5, "ROTATION_YEARS", 3, "PROPOSAL_LOAD", 8));
    private final List<ZoneSeat> zones = new ArrayList<>();
    private final List<InspectorSeat> inspectors = new ArrayList<>();
    private final List<SchoolSeat> schools = new ArrayList<>();

    public static UUID id(String name) {
        return name == null ? null : UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public ARoster rule(String code, int value) {
        rules.put(code, value);
        return this;
    }

    public ARoster zone(String name) {
        zones.add(new ZoneSeat(id(name), COUNTY, name));
        return this;
    }

    /** Somebody in office, with conflicts with some schools. */
    public ARoster inspector(String name, String zone, String... conflicts) {
        return inspector(name, zone, true, conflicts);
    }

    public ARoster inspector(String name, String zone, boolean inOffice, String... conflicts) {
        Set<UUID> barred = new java.util.HashSet<>();
        for (String school : conflicts) {
            barred.add(id(school));
        }
        inspectors.add(new InspectorSeat(
                id(name),
                name,
                Inspector.Kind.RESPONSIBLE,
                null,
                id(zone),
                false,
                inOffice,
                DAY.plusYears(1),
                null,
                barred));
        return this;
    }

    /** A school some kilometres east of a point, under somebody for some years, or under nobody. */
    public ARoster school(String name, String zone, double kmEast, String inspector, int years) {
        // a degree of longitude is 111.2 km on the equator
        return school(name, zone, kmEast / 111.2, 0.0, inspector, years);
    }

    public ARoster school(String name, String zone, double kmEast) {
        return school(name, zone, kmEast, null, 0);
    }

    public ARoster school(String name, String zone, Double longitude, Double latitude, String inspector, int years) {
        schools.add(new SchoolSeat(
                id(name),
                name,
                name,
                "211",
                true,
                COUNTY + "101",
                "城关镇",
                COUNTY,
                id(zone),
                longitude,
                latitude,
                id(inspector),
                inspector,
                inspector == null ? null : DAY.minusYears(years)));
        return this;
    }

    public Roster roster() {
        return new Roster(DAY, new ZoneRules(rules), zones, inspectors, schools);
    }
}
