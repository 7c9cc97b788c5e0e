package org.dudao.registry;

import java.util.UUID;

/** What names a school. */
public record SchoolName(UUID id, String code, String name, String regionCode) {}
