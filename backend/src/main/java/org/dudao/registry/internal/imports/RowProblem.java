package org.dudao.registry.internal.imports;

import java.util.List;
import org.dudao.registry.internal.FigureRules.Severity;

/**
 * One thing wrong in one cell.
 *
 * @param row row number as the person sees it
 * @param column column from 0, -1 for the whole row
 * @param header header of the column
 * @param rule code of the rule and of its message
 * @param found what the cell holds
 * @param expected what would be right; empty when there is no single answer
 * @param params values the message names
 */
record RowProblem(
        int row,
        int column,
        String header,
        String rule,
        Severity severity,
        String found,
        String expected,
        List<String> params) {}
