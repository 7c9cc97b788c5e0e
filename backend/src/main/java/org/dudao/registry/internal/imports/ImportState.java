package org.dudao.registry.internal.imports;

/** Where an import stands. */
public enum ImportState {
    /** Headers were not recognised: the user maps columns, or uploads another file. */
    NEEDS_MAPPING,
    /** Ready to be checked. */
    UPLOADED,
    /** The dry run is under way. */
    CHECKING,
    /** Every problem is listed; nothing is stored yet. */
    CHECKED,
    COMMITTING,
    COMMITTED,
    DISCARDED
}
