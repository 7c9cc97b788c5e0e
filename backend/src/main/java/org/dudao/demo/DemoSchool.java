package org.dudao.demo;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

/**
 * One invented school with its figures.
 *
 * @param figures year → fact key → value
 */
record DemoSchool(
        UUID id,
        String code,
        String name,
        String kind,
        String regionCode,
        String urbanRural,
        boolean privateSchool,
        UUID parentId,
        int zone,
        double longitude,
        double latitude,
        int foundedYear,
        SortedMap<Integer, Map<String, BigDecimal>> figures) {}
