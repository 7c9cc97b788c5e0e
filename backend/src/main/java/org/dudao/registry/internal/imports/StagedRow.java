package org.dudao.registry.internal.imports;

import java.util.UUID;

/**
 * A row that may be committed.
 *
 * @param schoolId the school it is about; null for a school to be created
 * @param year school year, null for schools
 * @param pass how many earlier rows of the file are about the same school and year
 * @param needsConfirmation whether something unusual in it must be confirmed by a person
 * @param create whether it creates what it is about
 * @param payload JSON of what changes
 */
record StagedRow(
        int row,
        UUID schoolId,
        String code,
        Integer year,
        int pass,
        boolean needsConfirmation,
        boolean create,
        String payload) {}
