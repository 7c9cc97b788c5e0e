package org.dudao.registry;

import java.util.UUID;

/**
 * A school has come into another responsibility zone, or into none. Sent within the transaction of the change.
 *
 * @param regionCode of the school
 * @param zoneId the zone it is in now; null for none
 */
public record SchoolZoneChanged(UUID schoolId, String regionCode, UUID zoneId) {}
