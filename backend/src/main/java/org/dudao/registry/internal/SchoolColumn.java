package org.dudao.registry.internal;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.dudao.kernel.text.Messages;

/** The columns of a school workbook, for export, template and import alike. */
public enum SchoolColumn {
    CODE(true, (s, l) -> s.code(), "学校代码", "学校(机构)标识码", "标识码"),
    NAME(true, (s, l) -> s.name(), "学校", "学校全称", "单位名称"),
    KIND(true, (s, l) -> s.kind(), "办学类型代码", "学校类型", "学校办学类型"),
    REGION(true, (s, l) -> s.regionCode(), "乡镇代码", "区划代码", "行政区划代码", "所在地区代码"),
    URBAN_RURAL(false, (s, l) -> s.urbanRural(), "城乡分类代码", "城乡类型"),
    PRIVATE(
            true,
            (s, l) -> Messages.text(l, s.privateSchool() ? "registry.private" : "registry.public"),
            "办学性质",
            "公办民办"),
    RUN_BY(false, (s, l) -> Messages.text(l, "registry.runBy." + s.runBy()), "举办者类型", "举办者级别"),
    PARENT(false, (s, l) -> s.parentSchoolCode(), "中心校代码", "主校标识码", "所属学校标识码"),
    LONGITUDE(false, (s, l) -> s.longitude(), "学校经度"),
    LATITUDE(false, (s, l) -> s.latitude(), "学校纬度"),
    FOUNDED(false, (s, l) -> s.foundedYear(), "成立年份", "建校时间");

    private final boolean required;
    private final BiFunction<SchoolRow, Locale, Object> cell;
    private final List<String> aliases;

    SchoolColumn(boolean required, BiFunction<SchoolRow, Locale, Object> cell, String... aliases) {
        this.required = required;
        this.cell = cell;
        this.aliases = List.of(aliases);
    }

    /** The name the import and the mapping know it by, e.g. {@code urbanRural}. */
    public String code() {
        return switch (this) {
            case CODE -> "code";
            case NAME -> "name";
            case KIND -> "kind";
            case REGION -> "regionCode";
            case URBAN_RURAL -> "urbanRural";
            case PRIVATE -> "privateSchool";
            case RUN_BY -> "runBy";
            case PARENT -> "parentCode";
            case LONGITUDE -> "longitude";
            case LATITUDE -> "latitude";
            case FOUNDED -> "foundedYear";
        };
    }

    public boolean required() {
        return required;
    }

    public List<String> aliases() {
        return aliases;
    }

    public String header(Locale locale) {
        return Messages.text(locale, "registry.column." + code());
    }

    public Object cell(SchoolRow school, Locale locale) {
        return cell.apply(school, locale);
    }
}
