package org.dudao.registry;

/** A stage of schooling (学段). Stage facts such as pupils and teachers are reported once per stage. */
public enum Stage {
    /** 小学 */
    PRIMARY,
    /** 初中 */
    JUNIOR,
    /** 高中 */
    SENIOR
}
