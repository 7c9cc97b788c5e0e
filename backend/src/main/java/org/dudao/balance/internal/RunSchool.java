package org.dudao.balance.internal;

import java.util.TreeMap;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.registry.SchoolYear;

/**
 * A school as a run found it.
 *
 * @param regionName of the township or county it lies in
 * @param longitude as registered, or null
 */
public record RunSchool(
        SchoolInput school,
        String regionCode,
        String regionName,
        String urbanRural,
        Double longitude,
        Double latitude) {

    static RunSchool of(SchoolYear year, String regionName) {
        return new RunSchool(
                input(year), year.regionCode(), regionName, year.urbanRural(), year.longitude(), year.latitude());
    }

    static SchoolInput input(SchoolYear year) {
        return new SchoolInput(
                year.schoolId().toString(),
                year.code(),
                year.name(),
                year.kind(),
                year.privateSchool(),
                year.runByCounty(),
                year.parentSchoolId() == null ? null : year.parentSchoolId().toString(),
                new TreeMap<>(year.values()));
    }
}
