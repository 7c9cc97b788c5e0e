package org.dudao.kernel.sheet;

/** The formats people may hand over. */
public enum SheetFormat {
    XLSX,
    CSV
}
