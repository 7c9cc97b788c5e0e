package org.dudao.balance.internal.plan;

import static org.dudao.balance.internal.engine.Given.only;
import static org.dudao.balance.internal.engine.Given.primary;
import static org.dudao.balance.internal.engine.Given.quality;
import static org.dudao.balance.internal.engine.Given.school;
import static org.dudao.balance.internal.engine.Given.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.dudao.balance.internal.engine.Given;
import org.dudao.balance.internal.engine.Roster;
import org.dudao.balance.internal.engine.Row;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.junit.jupiter.api.Test;

/** Where the exact answer is known, the search for the cases without one must find it too, thousands of units away. */
class DescentTest {
    @Test
    void finds_the_exact_least_total_of_large_counties() {
        Rules rules = Rules.of(with(only(quality(), "sportsArea"), "limit.PRIMARY", "0.3"));
        Random random = new Random(21);
        long exact = 0;
        long found = 0;
        for (int round = 0; round < 40; round++) {
            List<SchoolInput> schools = new ArrayList<>();
            int n = 10 + random.nextInt(40);
            for (int i = 0; i < n; i++) {
                int pupils = 40 + random.nextInt(900);
                schools.add(primary("S" + i)
                        .pupils(pupils)
                        .fact("indoorSportsArea", "0")
                        .fact("outdoorSportsArea", String.valueOf(random.nextInt(12 * pupils)))
                        .build());
            }
            List<List<Row>> rows = Rules.STAGES.stream()
                    .map(s -> Roster.of(rules, s, schools).rows())
                    .toList();
            Field field = new Field(rules, 0, rows, BigDecimal.ONE);
            int[] units = new WaterFilling(field.pupils[0], field.amounts[0], 0.3).units(1);
            int[][] searched = new Descent(List.of(field), false, new int[][] {new int[n]}).search(true);
            int least = Arrays.stream(units).sum();
            int total = Arrays.stream(searched[0]).sum();
            assertTrue(total >= least, "fewer than the least");
            exact += least;
            found += total;
        }
        assertEquals(exact, found);
    }

    /** Counties of nine-year, primary, junior and complete secondary schools: units serve one stage, or two, in part. */
    private static List<Field> mixedCounty(Rules rules, Random random) {
        SchoolKind[] kinds = {SchoolKind.NINE_YEAR, SchoolKind.PRIMARY, SchoolKind.JUNIOR, SchoolKind.COMPLETE_SECONDARY
        };
        List<SchoolInput> schools = new ArrayList<>();
        int n = 10 + random.nextInt(30);
        for (int i = 0; i < n; i++) {
            Given.School school = school("S" + i, kinds[i % kinds.length]);
            int all = 0;
            for (Stage stage : kinds[i % kinds.length].stages()) {
                int pupils = 40 + random.nextInt(900);
                school.pupils(stage, pupils);
                all += pupils;
            }
            schools.add(school.fact("indoorSportsArea", "0")
                    .fact("outdoorSportsArea", String.valueOf(random.nextInt(12 * all)))
                    .build());
        }
        List<List<Row>> rows = Rules.STAGES.stream()
                .map(s -> Roster.of(rules, s, schools).rows())
                .toList();
        return List.of(new Field(rules, 0, rows, BigDecimal.ONE));
    }

    private static boolean feasible(Field field, int[] units) {
        for (int s = 0; s < 2; s++) {
            double[] a = field.amounts[s].clone();
            for (int i = 0; i < units.length; i++) {
                int row = field.sites.get(i).row()[s];
                if (row >= 0) {
                    a[row] += units[i] * field.stepAmount * field.sites.get(i).share()[s];
                }
            }
            double pupils = 0;
            double amount = 0;
            double squares = 0;
            for (int r = 0; r < a.length; r++) {
                pupils += field.pupils[s][r];
                amount += a[r];
                squares += a[r] * a[r] / field.pupils[s][r];
            }
            if (pupils * squares > (1 + field.limits[s] * field.limits[s]) * amount * amount) {
                return false;
            }
        }
        return true;
    }

    @Test
    void a_plan_over_two_stages_is_feasible_and_no_unit_of_it_can_go() {
        Rules rules =
                Rules.of(with(with(only(quality(), "sportsArea"), "limit.PRIMARY", "0.3"), "limit.JUNIOR", "0.25"));
        Random random = new Random(22);
        long quick = 0;
        long thorough = 0;
        for (int round = 0; round < 25; round++) {
            List<Field> fields = mixedCounty(rules, random);
            Field field = fields.get(0);
            int[][] none = {new int[field.sites.size()]};
            int[] units = new Descent(fields, false, none).search(true)[0];
            assertTrue(feasible(field, units));
            for (int i = 0; i < units.length; i++) {
                if (units[i] > 0) {
                    units[i]--;
                    assertTrue(!feasible(field, units), "one unit too many at " + i);
                    units[i]++;
                }
            }
            thorough += Arrays.stream(units).sum();
            quick += Arrays.stream(new Descent(fields, false, none).search(false)[0])
                    .sum();
        }
        assertTrue(thorough < quick, "exchanges save something: " + thorough + " against " + quick);
    }
}
