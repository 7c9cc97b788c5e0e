package org.dudao.registry;

/**
 * A region as others name it.
 *
 * @param code 2, 4, 6 or 9 digits
 * @param name Chinese name
 * @param nameEn English name, or null
 */
public record RegionName(String code, String name, String nameEn) {
    public RegionLevel level() {
        return RegionLevel.ofCode(code);
    }
}
