package org.dudao.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Invented heads (校长) of the demonstration county's schools; some schools changed theirs in the summer. */
final class DemoHeads {
    private static final String[] FAMILY = {
        "林", "周", "沈", "梁", "何", "顾", "许", "宋", "谢", "唐", "韩", "冯", "邓", "曹", "彭", "曾", "萧", "田", "董", "潘", "袁", "蔡",
        "蒋", "余", "杜", "叶", "程", "魏", "苏", "吕"
    };
    private static final String[] GIVEN = {
        "云舒", "山岚", "清和", "若谷", "明远", "静姝", "松年", "雨桐", "怀瑾", "知行", "青禾", "望舒", "嘉树", "景行", "月澄", "思齐", "修远"
    };
    /** Every so many schools changed heads. */
    private static final int CHANGED = 9;

    /** One head from a day on. */
    record Head(DemoSchool school, LocalDate from, String name) {}

    private DemoHeads() {}

    /** The same for the same schools; no name twice. */
    static List<Head> of(List<DemoSchool> schools, LocalDate today) {
        LocalDate summer = LocalDate.of(today.getYear(), 8, 1);
        LocalDate change = summer.isAfter(today) ? summer.minusYears(1) : summer;
        List<Head> heads = new ArrayList<>();
        for (int i = 0; i < schools.size(); i++) {
            heads.add(new Head(schools.get(i), change.minusYears(1 + i % 6), name(2 * i)));
            if (i % CHANGED == CHANGED - 1) {
                heads.add(new Head(schools.get(i), change, name(2 * i + 1)));
            }
        }
        return heads;
    }

    static void load(Handle handle, List<DemoSchool> schools, LocalDate today) {
        PreparedBatch batch =
                handle.prepareBatch("insert into registry.school_head (school_id, since, name) values (?, ?, ?)");
        of(schools, today).forEach(h -> batch.add(h.school().id(), h.from(), h.name()));
        batch.execute();
    }

    /** One of 510 names. */
    static String name(int n) {
        return FAMILY[n % FAMILY.length] + GIVEN[(n + n / (FAMILY.length * GIVEN.length)) % GIVEN.length];
    }
}
