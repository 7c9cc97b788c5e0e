package org.dudao.registry.internal;

/** Which government or body runs a school (举办者级别). */
public enum RunBy {
    /** 县级政府 */
    COUNTY,
    /** 地市级政府 */
    PREFECTURE,
    /** 省级政府 */
    PROVINCE,
    /** 其他部门、企业、社会力量 */
    OTHER
}
