package org.dudao.registry;

import java.util.UUID;

/**
 * A school was closed or merged into another. Sent within the transaction of the change.
 *
 * @param regionCode of the school
 */
public record SchoolClosed(UUID schoolId, String regionCode) {}
