package org.dudao.registry.internal;

/** Whether a school still runs. */
public enum SchoolState {
    OPEN,
    /** 撤销 */
    CLOSED,
    /** 并入他校 */
    MERGED
}
