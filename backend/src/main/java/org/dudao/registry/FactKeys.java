package org.dudao.registry;

/**
 * Codes of the facts the shipped catalogue holds. The catalogue is data (table {@code registry.fact}); a code is a
 * constant here only where code of this repository refers to it.
 *
 * <p>A stored value is found under a <em>fact key</em>: {@code STAGE.code} for facts reported by stage
 * ({@code PRIMARY.pupils}), the bare code for facts of the whole school ({@code computers}).
 */
public final class FactKeys {
    // by stage
    /** 在校生数, persons */
    public static final String PUPILS = "pupils";
    /** 班级数 */
    public static final String CLASSES = "classes";
    /** 最大班额, persons */
    public static final String LARGEST_CLASS = "largestClass";
    /** 寄宿生数, persons */
    public static final String BOARDERS = "boarders";
    /** 专任教师数, persons */
    public static final String TEACHERS = "teachers";
    /** 高于规定学历教师数, persons */
    public static final String TEACHERS_ABOVE_DEGREE = "teachersAboveDegree";
    /** 县级以上骨干教师数, persons */
    public static final String BACKBONE_TEACHERS = "backboneTeachers";
    /** 体育、艺术专任教师数, persons */
    public static final String PE_ART_TEACHERS = "peArtTeachers";
    /** 中级及以上专业技术职务教师数, persons */
    public static final String MID_TITLE_TEACHERS = "midTitleTeachers";

    // of the whole school, split between the stages of a mixed school by the balance frameworks
    /** 教学及辅助用房面积, ㎡, without indoor sports rooms */
    public static final String TEACHING_ROOM_AREA = "teachingRoomArea";
    /** 室内体育用房面积, ㎡ */
    public static final String INDOOR_SPORTS_AREA = "indoorSportsArea";
    /** 室外运动场地面积, ㎡ */
    public static final String OUTDOOR_SPORTS_AREA = "outdoorSportsArea";
    /** 教学仪器设备值, 元 */
    public static final String EQUIPMENT_VALUE = "equipmentValue";
    /** 教学用计算机台数 */
    public static final String COMPUTERS = "computers";
    /** 图书册数 */
    public static final String BOOKS = "books";
    /** 网络多媒体教室间数 */
    public static final String MULTIMEDIA_ROOMS = "multimediaRooms";

    private FactKeys() {}

    /** The key under which the value of a stage fact is stored, e.g. {@code JUNIOR.pupils}. */
    public static String of(Stage stage, String factCode) {
        return stage.name() + "." + factCode;
    }
}
