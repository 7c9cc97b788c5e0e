package org.dudao.publication.internal.docx;

import java.time.LocalDate;

/** Numbers and days as official documents write them. */
public final class Numerals {
    private static final String DIGITS = "零一二三四五六七八九";

    private Numerals() {}

    /** 1 to 99 as 一, 十, 十一, 二十, 九十九; others in figures. */
    public static String chinese(int n) {
        if (n < 1 || n > 99) {
            return "" + n;
        }
        int tens = n / 10;
        int ones = n % 10;
        return (tens == 0 ? "" : (tens == 1 ? "" : DIGITS.charAt(tens)) + "十") + (ones == 0 ? "" : DIGITS.charAt(ones));
    }

    /** 2026年1月5日: Arabic numerals, no leading zeros (GB/T 9704-2012, 7.3.5.4). */
    public static String day(LocalDate day) {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
