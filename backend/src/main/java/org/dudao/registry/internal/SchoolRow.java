package org.dudao.registry.internal;

import java.util.UUID;

/**
 * A school as lists, cards and exports show it.
 *
 * @param kind 办学类型, three digits
 * @param urbanRural 城乡分类, three digits, or null
 */
public record SchoolRow(
        UUID id,
        String code,
        String name,
        String kind,
        String regionCode,
        String regionName,
        String urbanRural,
        boolean privateSchool,
        RunBy runBy,
        UUID parentSchoolId,
        String parentSchoolCode,
        String parentSchoolName,
        UUID zoneId,
        String zoneName,
        Double longitude,
        Double latitude,
        Integer foundedYear,
        Integer closedYear,
        SchoolState state,
        UUID mergedIntoId,
        long version) {}
