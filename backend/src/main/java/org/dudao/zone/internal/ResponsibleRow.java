package org.dudao.zone.internal;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A school and who answers for it on the day asked for.
 *
 * @param kind 办学类型, three digits
 * @param zoneId the zone the school is in now; null for none
 * @param inspectorId null when nobody answers for it
 * @param phone masked for readers outside the office; whole for the school itself
 * @param fromDay first day of that
 * @param untilDay last day; null until further notice
 */
public record ResponsibleRow(
        UUID schoolId,
        String code,
        String schoolName,
        String kind,
        String regionName,
        UUID zoneId,
        String zoneName,
        UUID inspectorId,
        String inspectorName,
        Inspector.Kind inspectorKind,
        String employer,
        String phone,
        LocalDate fromDay,
        LocalDate untilDay) {}
