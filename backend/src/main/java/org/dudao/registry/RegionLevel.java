package org.dudao.registry;

/** Level of a region, told by the length of its national code (GB/T 2260; 统计用区划代码 for townships). */
public enum RegionLevel {
    PROVINCE(2),
    PREFECTURE(4),
    COUNTY(6),
    TOWNSHIP(9);

    private final int digits;

    RegionLevel(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    /**
     * @throws IllegalArgumentException when no level has codes of that length
     */
    public static RegionLevel ofCode(String code) {
        for (RegionLevel level : values()) {
            if (level.digits == code.length()) {
                return level;
            }
        }
        throw new IllegalArgumentException("not a region code: " + code);
    }
}
