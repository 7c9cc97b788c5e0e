package org.dudao.zone.internal;

import java.util.UUID;
import org.dudao.zone.internal.Roster.InspectorSeat;
import org.dudao.zone.internal.Roster.SchoolSeat;
import org.dudao.zone.internal.Roster.ZoneSeat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Something in the arrangement that breaks a rule or comes near it.
 *
 * @param zoneId the zone it is in; null for what is in none
 * @param schoolId the school it is about; null when about a zone or an inspector
 * @param count schools there are; null where nothing is counted
 * @param limit what the rule allows; null where it names no number
 */
@Schema(name = "ZoneViolation")
public record Violation(
        Kind kind,
        boolean warning,
        UUID zoneId,
        UUID schoolId,
        String schoolName,
        UUID inspectorId,
        String inspectorName,
        Integer count,
        Integer limit) {

    /** What it is. */
    @Schema(name = "ZoneViolationKind")
    public enum Kind {
        /** 责任区学校过多 */
        ZONE_TOO_LARGE(false),
        /** no leader in office */
        NO_LEADER(true),
        /** 一名督学负责的学校过多 */
        LOAD(true),
        /** 督学不在任 */
        NOT_IN_OFFICE(false),
        /** the person's account sees another zone than theirs */
        ACCOUNT_ELSEWHERE(false),
        /** 学校未划入责任区 */
        NO_ZONE(false),
        /** 学校没有责任督学 */
        NO_INSPECTOR(false),
        /** the responsible inspector belongs to another zone, or to none */
        OUTSIDE_ZONE(false),
        /** 应当回避 */
        CONFLICT(false),
        /** 应当轮换 */
        ROTATION_DUE(true);

        private final boolean warning;

        Kind(boolean warning) {
            this.warning = warning;
        }
    }

    static Violation ofZone(Kind kind, ZoneSeat zone, Integer count, Integer limit) {
        return new Violation(kind, kind.warning, zone.id(), null, null, null, null, count, limit);
    }

    static Violation ofInspector(Kind kind, InspectorSeat i, Integer count, Integer limit) {
        return new Violation(kind, kind.warning, i.zoneId(), null, null, i.id(), i.name(), count, limit);
    }

    static Violation ofSchool(Kind kind, SchoolSeat s, Integer limit) {
        return new Violation(
                kind, kind.warning, s.zoneId(), s.id(), s.name(), s.inspectorId(), s.inspectorName(), null, limit);
    }
}
