package org.dudao.registry.internal.imports;

import java.util.List;

/**
 * A column as found in the file.
 *
 * @param column letter of the column
 * @param header text of its header; several header rows are joined by a space
 * @param target the target it was recognised as, or null
 * @param sample first few values below it
 */
public record SheetHeader(String column, String header, String target, List<String> sample) {}
