package org.dudao.demo;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/**
 * Five years of plausible figures of one invented school: the town grows and is crowded, villages shrink, provision
 * improves from year to year, and schools differ enough for some indicators to fail.
 */
final class DemoFigures {
    static final int FIRST_YEAR = 2022;
    static final int LAST_YEAR = 2026;

    private final SchoolKind kind;
    private final boolean rural;
    private final boolean seat;
    private final boolean privateSchool;
    private final int pupils;
    private final Random random;

    DemoFigures(SchoolKind kind, boolean rural, boolean seat, boolean privateSchool, int pupils, Random random) {
        this.kind = kind;
        this.rural = rural;
        this.seat = seat;
        this.privateSchool = privateSchool;
        this.pupils = pupils;
        this.random = random;
    }

    SortedMap<Integer, Map<String, BigDecimal>> years() {
        SortedMap<Integer, Map<String, BigDecimal>> years = new TreeMap<>();
        if (kind.stages().isEmpty()) {
            return years;
        }
        double growth = rural ? -0.045 : seat ? 0.02 : -0.012;
        double room = factor(1.0, 0.17) * (seat ? 0.92 : rural ? 1.35 : 1.12);
        // grounds differ most between schools: with these the county exceeds the limit in this indicator and in no
        // other
        double sport = Math.min(3.6, Math.exp(random.nextGaussian() * 0.52)) * (seat ? 0.86 : rural ? 1.4 : 1.15);
        double equipment = factor(1.0, 0.15) * (rural ? 1.0 : 1.06);
        double media = factor(1.0, 0.14) * (rural ? 0.94 : 1.05);
        double staff = factor(1.0, 0.07);
        // experienced teachers gather in a few schools of the county seat: the others mostly have what is asked for,
        // and
        // the gap is too wide all the same
        boolean sought = seat && random.nextInt(100) < 36;
        double backbone = factor(1.0, 0.16) * (sought ? 3.4 : seat ? 0.98 : rural ? 0.94 : 1.0);
        double art = factor(1.0, 0.17) * (rural ? 0.97 : 1.05);
        boolean gymnasium = !rural && random.nextInt(3) == 0;
        for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
            int elapsed = year - FIRST_YEAR;
            Map<String, BigDecimal> values = new TreeMap<>();
            double improvement = 1 + 0.035 * elapsed;
            double size = pupils * Math.pow(1 + growth, elapsed - (double) (LAST_YEAR - FIRST_YEAR));
            int total = 0;
            int classes = 0;
            for (Stage stage : kind.stages()) {
                int n = (int) Math.max(4, Math.round(size * share(stage) * factor(1, 0.01)));
                int k = classes(n);
                total += n;
                classes += k;
                stage(values, stage, n, k, staff, backbone * improvement, art * improvement, improvement);
            }
            whole(values, total, classes, room, sport, equipment * improvement, media * improvement, gymnasium);
            years.put(year, values);
        }
        return years;
    }

    private double share(Stage stage) {
        List<Stage> stages = kind.stages();
        return switch (stages.size()) {
            case 1 -> 1;
            case 2 ->
                stage == stages.get(0)
                        ? kind == SchoolKind.COMPLETE_SECONDARY ? 0.45 : 0.62
                        : kind == SchoolKind.COMPLETE_SECONDARY ? 0.55 : 0.38;
            default -> stage == Stage.PRIMARY ? 0.5 : 0.25;
        };
    }

    private int classes(int n) {
        if (kind == SchoolKind.SPECIAL) {
            return Math.max(1, n / 10);
        }
        int size = seat ? 51 : rural ? 24 : 41;
        return Math.max(1, (int) Math.ceil(n / (double) size));
    }

    private void stage(
            Map<String, BigDecimal> v,
            Stage stage,
            int n,
            int k,
            double staff,
            double backbone,
            double art,
            double better) {
        boolean primary = stage == Stage.PRIMARY;
        double ratio = kind == SchoolKind.SPECIAL ? 3.2 : primary ? seat ? 18.4 : 16.2 : 12.6;
        int teachers = (int) Math.max(Math.max(1, Math.round(k * 1.25)), Math.round(n / ratio * staff));
        v.put(FactKeys.of(stage, FactKeys.PUPILS), whole(n));
        v.put(FactKeys.of(stage, FactKeys.CLASSES), whole(k));
        v.put(
                FactKeys.of(stage, FactKeys.LARGEST_CLASS),
                whole(Math.min(n, (int) Math.ceil(n / (double) k) + random.nextInt(4))));
        double boarding = privateSchool ? 0.6 : primary ? rural ? 0.02 : 0.08 : seat ? 0.25 : 0.62;
        v.put(FactKeys.of(stage, FactKeys.BOARDERS), whole((int) (n * boarding * factor(1, 0.1))));
        v.put(FactKeys.of(stage, FactKeys.TEACHERS), whole(teachers));
        v.put(
                FactKeys.of(stage, FactKeys.TEACHERS_ABOVE_DEGREE),
                part(teachers, Math.min(0.99, (primary ? 0.83 : 0.84) * (0.94 + 0.06 * better))));
        v.put(
                FactKeys.of(stage, FactKeys.BACKBONE_TEACHERS),
                part(teachers, Math.min(0.6, n * 0.0108 * backbone / teachers)));
        v.put(FactKeys.of(stage, FactKeys.PE_ART_TEACHERS), part(teachers, Math.min(0.6, n * 0.0102 * art / teachers)));
        v.put(FactKeys.of(stage, FactKeys.MID_TITLE_TEACHERS), part(teachers, 0.52 * factor(1, 0.05)));
    }

    private void whole(
            Map<String, BigDecimal> v,
            int n,
            int k,
            double room,
            double sport,
            double equipment,
            double media,
            boolean gymnasium) {
        double perPupil = kind.teaches(Stage.JUNIOR) || kind.teaches(Stage.SENIOR) ? 6.6 : 5.1;
        double ground = kind.teaches(Stage.JUNIOR) || kind.teaches(Stage.SENIOR) ? 11.2 : 8.3;
        double value = kind.teaches(Stage.JUNIOR) || kind.teaches(Stage.SENIOR) ? 2650 : 2080;
        v.put(FactKeys.TEACHING_ROOM_AREA, decimal(Math.max(160, n * perPupil * room), 1));
        v.put(FactKeys.INDOOR_SPORTS_AREA, decimal(gymnasium ? 480 + n * 0.35 : 0, 1));
        v.put(FactKeys.OUTDOOR_SPORTS_AREA, decimal(Math.max(300, n * ground * sport), 1));
        v.put(FactKeys.EQUIPMENT_VALUE, decimal(Math.max(18_000, n * value * equipment), 2));
        v.put(FactKeys.COMPUTERS, whole((int) Math.max(3, Math.round(n * 0.115 * equipment))));
        v.put(FactKeys.BOOKS, whole((int) Math.max(300, Math.round(n * 24.0 * Math.sqrt(room * equipment)))));
        v.put(FactKeys.MULTIMEDIA_ROOMS, whole((int) Math.max(1, Math.round(k * 1.04 * media))));
    }

    private double factor(double mean, double spread) {
        return Math.max(0.35, mean + random.nextGaussian() * spread);
    }

    private BigDecimal part(int teachers, double share) {
        return whole((int) Math.max(0, Math.min(teachers, Math.round(teachers * share))));
    }

    private static BigDecimal whole(int n) {
        return BigDecimal.valueOf(n);
    }

    private static BigDecimal decimal(double value, int digits) {
        return BigDecimal.valueOf(value).setScale(digits, java.math.RoundingMode.HALF_UP);
    }
}
