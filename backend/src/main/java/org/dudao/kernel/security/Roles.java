package org.dudao.kernel.security;

import java.util.Set;

/** The roles a person can hold. One account holds exactly one. */
public final class Roles {
    /** 督导室主任 / 总督学: approves */
    public static final String DIRECTOR = "director";
    /** 督导室工作人员: everything short of approval */
    public static final String OFFICER = "officer";
    /** 责任督学 / 特约督学 */
    public static final String INSPECTOR = "inspector";
    /** 校长 / 学校经办人 */
    public static final String SCHOOL = "school";
    /** 乡镇教育分管人员 */
    public static final String TOWNSHIP = "township";
    /** 县政府分管领导 */
    public static final String GOVERNMENT = "government";
    /** 市/省督导部门 */
    public static final String PROVINCE = "province";

    public static final Set<String> ALL = Set.of(DIRECTOR, OFFICER, INSPECTOR, SCHOOL, TOWNSHIP, GOVERNMENT, PROVINCE);

    private Roles() {}
}
