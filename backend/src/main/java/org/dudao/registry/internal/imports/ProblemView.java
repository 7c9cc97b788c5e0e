package org.dudao.registry.internal.imports;

import org.dudao.registry.internal.FigureRules.Severity;

/**
 * One thing wrong in one cell, in the reader's language.
 *
 * @param column letter of the column, empty when the whole row is meant
 */
public record ProblemView(
        int row,
        String column,
        String header,
        String rule,
        Severity severity,
        String found,
        String expected,
        String message) {}
