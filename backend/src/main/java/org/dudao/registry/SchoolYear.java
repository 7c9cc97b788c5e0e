package org.dudao.registry;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One school as it stood in one school year: identity, the attributes that decide whether and how it is counted, and
 * its figures.
 *
 * @param schoolId registry id
 * @param code 10-digit 学校标识码
 * @param name name in that year
 * @param regionCode code of the township (9 digits) or county (6 digits) the school lies in
 * @param kind 办学类型
 * @param urbanRural 城乡分类 code, three digits ({@code 111} … {@code 220}), or null when unknown
 * @param privateSchool 民办
 * @param runByCounty run by the county government (县级政府举办); false for schools of a prefecture, a province or others
 * @param parentSchoolId 中心校 of a teaching point, else null
 * @param longitude degrees east (GCJ-02 or WGS-84 as delivered), or null
 * @param latitude degrees north, or null
 * @param values figures by fact key (see {@link FactKeys}); an absent key means the figure is missing, never zero
 */
public record SchoolYear(
        UUID schoolId,
        String code,
        String name,
        String regionCode,
        SchoolKind kind,
        String urbanRural,
        boolean privateSchool,
        boolean runByCounty,
        UUID parentSchoolId,
        Double longitude,
        Double latitude,
        Map<String, BigDecimal> values) {

    /** A figure of the whole school; empty when missing. */
    public Optional<BigDecimal> value(String factCode) {
        return Optional.ofNullable(values.get(factCode));
    }

    /** A figure of one stage; empty when missing. */
    public Optional<BigDecimal> value(Stage stage, String factCode) {
        return Optional.ofNullable(values.get(FactKeys.of(stage, factCode)));
    }
}
