package org.dudao.registry;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * 办学类型 by its national code (GB/T 33782-2017 table 4), with the stages a school of that kind teaches.
 * Kinds outside compulsory education are listed because a county registers them too.
 */
public enum SchoolKind {
    /** 幼儿园 */
    KINDERGARTEN("111"),
    /** 小学 */
    PRIMARY("211", Stage.PRIMARY),
    /** 小学教学点 */
    TEACHING_POINT("218", Stage.PRIMARY),
    /** 附设小学班 */
    ATTACHED_PRIMARY_CLASS("219", Stage.PRIMARY),
    /** 初级中学 */
    JUNIOR("311", Stage.JUNIOR),
    /** 九年一贯制学校 */
    NINE_YEAR("312", Stage.PRIMARY, Stage.JUNIOR),
    /** 附设普通初中班 */
    ATTACHED_JUNIOR_CLASS("319", Stage.JUNIOR),
    /** 职业初中 */
    VOCATIONAL_JUNIOR("321", Stage.JUNIOR),
    /** 完全中学 */
    COMPLETE_SECONDARY("341", Stage.JUNIOR, Stage.SENIOR),
    /** 高级中学 */
    SENIOR("342", Stage.SENIOR),
    /** 十二年一贯制学校 */
    TWELVE_YEAR("345", Stage.PRIMARY, Stage.JUNIOR, Stage.SENIOR),
    /** 中等职业学校 */
    VOCATIONAL_SENIOR("361", Stage.SENIOR),
    /** 特殊教育学校 */
    SPECIAL("514", Stage.PRIMARY, Stage.JUNIOR);

    private final String code;
    private final List<Stage> stages;

    SchoolKind(String code, Stage... stages) {
        this.code = code;
        this.stages = List.of(stages);
    }

    /** Three digits, e.g. {@code 312}. */
    public String code() {
        return code;
    }

    /** The stages taught, lowest first; empty for a kindergarten. */
    public List<Stage> stages() {
        return stages;
    }

    public boolean teaches(Stage stage) {
        return stages.contains(stage);
    }

    public static Optional<SchoolKind> ofCode(String code) {
        return Arrays.stream(values()).filter(k -> k.code.equals(code)).findFirst();
    }
}
