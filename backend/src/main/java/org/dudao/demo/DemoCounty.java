package org.dudao.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.dudao.registry.SchoolKind;

/**
 * An invented county: twelve townships and about 120 schools of every type and size. The same code and seed give the
 * same county everywhere.
 */
final class DemoCounty {
    static final int TOWNSHIPS = 12;
    static final int ZONES = 8;

    private static final String[] TOWNSHIP_NAMES = {
        "城关镇", "云溪镇", "松林镇", "白石镇", "青禾镇", "双桥镇", "石门乡", "枫岭乡", "竹坪乡", "清源乡", "龙潭乡", "高坪乡"
    };
    private static final String[] VILLAGES = {
        "杨柳", "桃源", "新田", "大坪", "红岩", "水井", "上寨", "下寨", "东坡", "西坪", "松山", "花桥", "石桥", "金竹", "长岭", "小河", "麦地",
        "梨园", "古树", "凉水", "响水", "黑龙", "白沙", "青山", "望月", "向阳", "前进", "团结", "和平", "幸福", "光明", "永安", "新民", "兴隆"
    };
    private static final double LONGITUDE = 103.2;
    private static final double LATITUDE = 25.1;

    private final String code;
    private final Random random;
    private final List<DemoSchool> schools = new ArrayList<>();
    private int serial;
    private int village;

    private DemoCounty(String code, int firstSerial) {
        this.code = code;
        this.random = new Random(Long.parseLong(code) * 31 + 7);
        this.serial = firstSerial;
    }

    /**
     * @param code six digits
     * @param firstSerial serial the county's school codes count from
     */
    static List<DemoSchool> schools(String code, int firstSerial) {
        DemoCounty county = new DemoCounty(code, firstSerial);
        for (int t = 0; t < TOWNSHIPS; t++) {
            county.township(t);
        }
        county.countySeat();
        return county.schools;
    }

    static String townshipCode(String county, int index) {
        // 100–199 are towns (镇), 200–399 townships (乡)
        return county + (TOWNSHIP_NAMES[index].endsWith("镇") ? 100 + index : 200 + index);
    }

    static String townshipName(int index) {
        return TOWNSHIP_NAMES[index];
    }

    private void township(int t) {
        String town = TOWNSHIP_NAMES[t].substring(0, 2);
        UUID centre = add(SchoolKind.PRIMARY, town + "中心小学", t, false, null, between(420, 980));
        int villages = t == 0 ? 1 : between(3, 5);
        for (int v = 0; v < villages; v++) {
            add(SchoolKind.PRIMARY, nextVillage() + "小学", t, true, null, between(70, 300));
        }
        int points = t == 0 ? 0 : between(1, 4);
        for (int p = 0; p < points; p++) {
            add(SchoolKind.TEACHING_POINT, town + "中心小学" + nextVillage() + "教学点", t, true, centre, between(8, 78));
        }
        if (t % 3 == 2) {
            add(SchoolKind.NINE_YEAR, town + "九年一贯制学校", t, false, null, between(600, 1400));
        } else {
            add(SchoolKind.JUNIOR, town + "中学", t, false, null, between(450, 1250));
        }
        if (t % 4 == 1) {
            add(SchoolKind.KINDERGARTEN, town + "中心幼儿园", t, false, null, between(120, 320));
        }
    }

    private void countySeat() {
        String[] primaries = {"实验小学", "第一小学", "第二小学", "第三小学", "城东小学", "城西小学", "育才小学", "文昌小学"};
        for (int i = 0; i < primaries.length; i++) {
            add(SchoolKind.PRIMARY, "溪禾县" + primaries[i], 0, false, null, i == 0 ? 2480 : between(900, 2050));
        }
        String[] juniors = {"第一初级中学", "第二初级中学", "第三初级中学", "实验中学"};
        for (String junior : juniors) {
            add(SchoolKind.JUNIOR, "溪禾县" + junior, 0, false, null, between(1100, 2300));
        }
        add(SchoolKind.NINE_YEAR, "溪禾县城南学校", 0, false, null, 2150);
        add(SchoolKind.NINE_YEAR, "溪禾县滨河学校", 0, false, null, 1640);
        add(SchoolKind.COMPLETE_SECONDARY, "溪禾县第一中学", 0, false, null, 2900);
        add(SchoolKind.COMPLETE_SECONDARY, "溪禾县民族中学", 0, false, null, 1850);
        add(SchoolKind.SENIOR, "溪禾县高级中学", 0, false, null, 2400);
        add(SchoolKind.SPECIAL, "溪禾县特殊教育学校", 0, false, null, 118);
        add(SchoolKind.VOCATIONAL_SENIOR, "溪禾县职业高级中学", 0, false, null, 1500);
        addPrivate(SchoolKind.TWELVE_YEAR, "溪禾县明德学校", 1900);
        addPrivate(SchoolKind.NINE_YEAR, "溪禾县启航学校", 980);
        addPrivate(SchoolKind.PRIMARY, "溪禾县博雅小学", 560);
        addPrivate(SchoolKind.PRIMARY, "溪禾县小太阳小学", 240);
        addPrivate(SchoolKind.JUNIOR, "溪禾县文澜初级中学", 640);
    }

    private UUID add(SchoolKind kind, String name, int township, boolean rural, UUID parent, int pupils) {
        return add(kind, name, township, rural, parent, pupils, false);
    }

    private void addPrivate(SchoolKind kind, String name, int pupils) {
        add(kind, name, 0, false, null, pupils, true);
    }

    private UUID add(
            SchoolKind kind, String name, int township, boolean rural, UUID parent, int pupils, boolean privateSchool) {
        String schoolCode = prefix(kind) + code.substring(0, 2) + String.format("%06d", serial++);
        UUID id = UUID.nameUUIDFromBytes(("dudao-demo-" + schoolCode).getBytes(StandardCharsets.UTF_8));
        double angle = 2 * Math.PI * township / TOWNSHIPS;
        double distance = township == 0 ? 0 : 0.16 + 0.09 * (township % 3);
        double spread = rural ? 0.05 : 0.018;
        boolean town = TOWNSHIP_NAMES[township].endsWith("镇");
        String urbanRural = township == 0 ? rural ? "122" : "121" : rural ? "220" : town ? "121" : "210";
        schools.add(new DemoSchool(
                id,
                schoolCode,
                name,
                kind.code(),
                townshipCode(code, township),
                urbanRural,
                privateSchool,
                parent,
                kind == SchoolKind.KINDERGARTEN
                        ? -1
                        : Math.floorMod(township * ZONES / TOWNSHIPS + (schools.size() % 2), ZONES),
                round(LONGITUDE + distance * Math.cos(angle) * 1.2 + random.nextGaussian() * spread),
                round(LATITUDE + distance * Math.sin(angle) + random.nextGaussian() * spread),
                1952 + random.nextInt(60),
                new DemoFigures(kind, rural, township == 0, privateSchool, pupils, random).years()));
        return id;
    }

    private static String prefix(SchoolKind kind) {
        return switch (kind) {
            case KINDERGARTEN -> "11";
            case PRIMARY, TEACHING_POINT, ATTACHED_PRIMARY_CLASS -> "21";
            case JUNIOR, NINE_YEAR, ATTACHED_JUNIOR_CLASS, VOCATIONAL_JUNIOR -> "31";
            case COMPLETE_SECONDARY, SENIOR, TWELVE_YEAR -> "34";
            case VOCATIONAL_SENIOR -> "36";
            case SPECIAL -> "51";
        };
    }

    private String nextVillage() {
        String name = VILLAGES[village % VILLAGES.length];
        int round = village++ / VILLAGES.length;
        return round == 0 ? name : name + "新村".substring(0, Math.min(round, 2));
    }

    private int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    private static double round(double degrees) {
        return Math.round(degrees * 1e6) / 1e6;
    }
}
