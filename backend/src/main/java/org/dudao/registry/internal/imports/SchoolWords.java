package org.dudao.registry.internal.imports;

import java.util.Map;

/** The words people write for a school's attributes, and what each means. */
final class SchoolWords {
    static final Map<String, String> KINDS = Map.ofEntries(
            Map.entry("幼儿园", "111"),
            Map.entry("小学", "211"),
            Map.entry("完全小学", "211"),
            Map.entry("小学教学点", "218"),
            Map.entry("教学点", "218"),
            Map.entry("附设小学班", "219"),
            Map.entry("初级中学", "311"),
            Map.entry("初中", "311"),
            Map.entry("九年一贯制学校", "312"),
            Map.entry("九年一贯制", "312"),
            Map.entry("附设普通初中班", "319"),
            Map.entry("职业初中", "321"),
            Map.entry("完全中学", "341"),
            Map.entry("高级中学", "342"),
            Map.entry("高中", "342"),
            Map.entry("十二年一贯制学校", "345"),
            Map.entry("十二年一贯制", "345"),
            Map.entry("中等职业学校", "361"),
            Map.entry("特殊教育学校", "514"));
    static final Map<String, String> URBAN_RURAL = Map.of(
            "主城区", "111", "城乡结合区", "112", "镇中心区", "121", "镇乡结合区", "122", "特殊区域", "123", "乡中心区", "210", "村庄", "220");
    static final Map<String, Boolean> PRIVATE = Map.ofEntries(
            Map.entry("民办", true),
            Map.entry("公办", false),
            Map.entry("private", true),
            Map.entry("public", false),
            Map.entry("是", true),
            Map.entry("否", false),
            Map.entry("true", true),
            Map.entry("false", false),
            Map.entry("1", true),
            Map.entry("0", false));
    static final Map<String, String> RUN_BY = Map.ofEntries(
            Map.entry("县级政府", "COUNTY"),
            Map.entry("县级", "COUNTY"),
            Map.entry("县", "COUNTY"),
            Map.entry("county", "COUNTY"),
            Map.entry("地市级政府", "PREFECTURE"),
            Map.entry("地级", "PREFECTURE"),
            Map.entry("市", "PREFECTURE"),
            Map.entry("prefecture", "PREFECTURE"),
            Map.entry("省级政府", "PROVINCE"),
            Map.entry("省级", "PROVINCE"),
            Map.entry("省", "PROVINCE"),
            Map.entry("province", "PROVINCE"),
            Map.entry("其他", "OTHER"),
            Map.entry("民办", "OTHER"),
            Map.entry("other", "OTHER"));

    private SchoolWords() {}
}
