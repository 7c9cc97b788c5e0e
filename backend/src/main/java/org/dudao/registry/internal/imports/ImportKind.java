package org.dudao.registry.internal.imports;

/** What an import brings. */
public enum ImportKind {
    SCHOOLS,
    FIGURES
}
