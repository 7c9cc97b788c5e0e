package org.dudao.publication.internal.docx;

/**
 * The measures of an official document, GB/T 9704-2012 《党政机关公文格式》, in the units of a docx: twips (1/20 pt) for lengths,
 * half points for the sizes of letters. Clause numbers are those of the standard.
 */
final class Gb9704 {
    /** A4, 5.1 */
    static final int PAGE_WIDTH = 11906;

    static final int PAGE_HEIGHT = 16838;
    /** 天头 37 mm ± 1 mm, 5.2.1 */
    static final int TOP = twips(37);
    /** 订口 28 mm ± 1 mm, 5.2.1 */
    static final int LEFT = twips(28);
    /** what 版心 156 mm leaves of 210 mm */
    static final int RIGHT = PAGE_WIDTH - LEFT - twips(156);
    /** what 版心 225 mm leaves of 297 mm */
    static final int BOTTOM = PAGE_HEIGHT - TOP - twips(225);
    /** 一字线上距版心下边缘 7 mm, 7.5 */
    static final int FOOTER = BOTTOM - twips(7) - 370;

    /** 22 lines a page, 5.2.3 */
    static final int LINES = 22;
    /** 28 characters a line, 5.2.3 */
    static final int CHARACTERS = 28;
    /** 3号, 5.2.2 */
    static final int BODY_SIZE = 32;
    /** 2号, 7.3.1 */
    static final int TITLE_SIZE = 44;
    /** 4号, 7.5 */
    static final int PAGE_NUMBER_SIZE = 28;
    /** height of a line of the grid */
    static final int LINE_PITCH = twips(225) / LINES;
    /** added to each 3号 character so that 28 fill the line, in 1/4096 pt */
    static final int CHARACTER_SPACE = (int) Math.floor((twips(156) / 20.0 / CHARACTERS - BODY_SIZE / 2.0) * 4096);
    /** one 3号 character */
    static final int CHARACTER = BODY_SIZE * 10;
    /** what ± 1 mm is, 5.2.1 */
    static final int TOLERANCE = 57;

    static final String BODY_FONT = "仿宋_GB2312";
    static final String TITLE_FONT = "方正小标宋简体";
    static final String LEVEL_1_FONT = "黑体";
    static final String LEVEL_2_FONT = "楷体_GB2312";
    static final String PAGE_NUMBER_FONT = "宋体";

    private Gb9704() {}

    static int twips(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    static double millimetres(int twips) {
        return Math.round(twips * 254.0 / 1440) / 10.0;
    }
}
