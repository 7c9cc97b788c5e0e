package org.dudao.registry;

import java.util.UUID;

/**
 * What names a responsibility zone (督学责任区).
 *
 * @param regionCode the county, or a township of it, the zone lies in
 */
public record ZoneName(UUID id, String regionCode, String name) {}
