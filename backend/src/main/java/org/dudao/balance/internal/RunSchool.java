package org.dudao.balance.internal;

import java.math.BigDecimal;
import java.util.Map;
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
                input(year, new TreeMap<>(year.values())),
                year.regionCode(),
                regionName,
                year.urbanRural(),
                year.longitude(),
                year.latitude());
    }

    /** {@code values}: those of the year; sorted where the school is written down, as they are where it is only computed with. */
    static SchoolInput input(SchoolYear year, Map<String, BigDecimal> values) {
        return new SchoolInput(
                year.schoolId().toString(),
                year.code(),
                year.name(),
                year.kind(),
                year.privateSchool(),
                year.runByCounty(),
                year.parentSchoolId() == null ? null : year.parentSchoolId().toString(),
                values);
    }
}
