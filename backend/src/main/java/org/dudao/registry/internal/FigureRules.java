package org.dudao.registry.internal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.dudao.registry.Fact;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/**
 * What a school's figures of one year must satisfy. Pure: the same rules hold for a typed-in value and an imported row.
 */
public final class FigureRules {
    /** How grave a finding is. */
    public enum Severity {
        /** The value cannot be taken. */
        ERROR,
        /** Unusual: a person must confirm it. */
        CONFIRM,
        /** Worth a look; taken as it is. */
        WARNING
    }

    /**
     * One rule broken.
     *
     * @param key fact key concerned
     * @param rule code of the rule, also of its message
     * @param found the value
     * @param expected what would be right, as a number or short text
     * @param params values the message names
     */
    public record Finding(
            String key, String rule, Severity severity, String found, String expected, List<String> params) {}

    /** A fact key with the fact and stage behind it; stage is null for facts of the whole school. */
    public record Key(String key, Fact fact, Stage stage) {}

    private static final int MOST_DIGITS = 18;
    private static final int SHORT_DIGITS = 12;
    private static final int SMALLEST = -6;

    private final Map<String, Key> keys = new LinkedHashMap<>();

    public FigureRules(List<Fact> catalogue) {
        for (Fact fact : catalogue) {
            if (fact.level() == Fact.Level.SCHOOL) {
                keys.put(fact.code(), new Key(fact.code(), fact, null));
            } else {
                for (Stage stage : Stage.values()) {
                    String key = FactKeys.of(stage, fact.code());
                    keys.put(key, new Key(key, fact, stage));
                }
            }
        }
    }

    /** Every key the catalogue allows, in order of presentation. */
    public Map<String, Key> keys() {
        return keys;
    }

    public Optional<Key> key(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    /**
     * Checks the given values in the light of everything known of the school's year.
     *
     * @param given the values being written
     * @param merged the whole year as it would stand afterwards, {@code given} included
     * @param lastYear the year before, empty when unknown
     */
    public List<Finding> check(
            SchoolKind kind,
            Map<String, BigDecimal> given,
            Map<String, BigDecimal> merged,
            Map<String, BigDecimal> lastYear) {
        List<Finding> findings = new ArrayList<>();
        Set<String> refused = refused(given);
        Set<Stage> touched = EnumSet.noneOf(Stage.class);
        given.forEach((name, value) -> {
            Key key = keys.get(name);
            if (key.stage() != null) {
                touched.add(key.stage());
            }
            if (value != null) {
                checkOne(kind, key, value, findings);
                if (!refused.contains(name)) {
                    checkAgainstOthers(key, value, merged, refused, findings);
                    checkJump(key, value, lastYear.get(name), findings);
                }
            }
        });
        touched.stream()
                .filter(stage -> Stream.of(FactKeys.LARGEST_CLASS, FactKeys.CLASSES, FactKeys.PUPILS)
                        .noneMatch(code -> refused.contains(FactKeys.of(stage, code))))
                .forEach(stage -> checkClasses(stage, given, merged, findings));
        return findings;
    }

    /** Values wrong in themselves: what they would be compared with, or compare badly with, says nothing more. */
    private Set<String> refused(Map<String, BigDecimal> given) {
        Set<String> refused = new HashSet<>();
        given.forEach((name, value) -> {
            if (value != null
                    && (outOfRange(keys.get(name).fact(), value)
                            || broken(keys.get(name).fact(), value))) {
                refused.add(name);
            }
        });
        return refused;
    }

    private static boolean outOfRange(Fact fact, BigDecimal value) {
        return value.compareTo(fact.minimum()) < 0 || value.compareTo(fact.maximum()) > 0;
    }

    private static boolean broken(Fact fact, BigDecimal value) {
        return fact.type() == Fact.Type.INTEGER && value.stripTrailingZeros().scale() > 0;
    }

    private static void checkOne(SchoolKind kind, Key key, BigDecimal value, List<Finding> findings) {
        Fact fact = key.fact();
        if (outOfRange(fact, value)) {
            String range = plain(fact.minimum()) + " – " + plain(fact.maximum());
            findings.add(finding(key, "registry.figure.range", Severity.ERROR, value, range, fact.nameZh(), range));
        } else if (broken(fact, value)) {
            // no rounded value is offered: which whole number is right only the school knows
            findings.add(finding(key, "registry.figure.integer", Severity.ERROR, value, "", fact.nameZh()));
        }
        if (key.stage() != null && !kind.teaches(key.stage()) && value.signum() != 0) {
            findings.add(finding(key, "registry.figure.stage", Severity.ERROR, value, "", kind.code()));
        }
    }

    private void checkAgainstOthers(
            Key key, BigDecimal value, Map<String, BigDecimal> merged, Set<String> refused, List<Finding> findings) {
        String bound = key.fact().notMoreThan();
        if (bound == null) {
            return;
        }
        Key other = keys.get(key.stage() == null ? bound : FactKeys.of(key.stage(), bound));
        BigDecimal most = other == null || refused.contains(other.key()) ? null : merged.get(other.key());
        if (most != null && value.compareTo(most) > 0) {
            findings.add(finding(
                    key,
                    "registry.figure.notMoreThan",
                    Severity.ERROR,
                    value,
                    "≤ " + plain(most),
                    key.fact().nameZh(),
                    other.fact().nameZh(),
                    plain(most)));
        }
    }

    private static void checkJump(Key key, BigDecimal value, BigDecimal last, List<Finding> findings) {
        BigDecimal limit = key.fact().maxJump();
        if (limit == null || last == null || last.signum() == 0) {
            return;
        }
        BigDecimal change = value.subtract(last).abs();
        boolean jump = change.compareTo(limit.multiply(last.abs())) > 0;
        if (jump && change.compareTo(BigDecimal.valueOf(smallestJump(key.fact()))) > 0) {
            String percent =
                    plain(value.subtract(last).multiply(BigDecimal.valueOf(100)).divide(last, 1, RoundingMode.HALF_UP))
                            + "%";
            findings.add(finding(
                    key, "registry.figure.jump", Severity.CONFIRM, value, "", plain(last), plain(value), percent));
        }
    }

    /** Two teachers more at a school of three are no reason to ask anybody. */
    private static int smallestJump(Fact fact) {
        return fact.type() == Fact.Type.INTEGER ? 5 : 50;
    }

    private void checkClasses(
            Stage stage, Map<String, BigDecimal> given, Map<String, BigDecimal> merged, List<Finding> findings) {
        BigDecimal pupils = merged.get(FactKeys.of(stage, FactKeys.PUPILS));
        BigDecimal classes = merged.get(FactKeys.of(stage, FactKeys.CLASSES));
        BigDecimal largest = merged.get(FactKeys.of(stage, FactKeys.LARGEST_CLASS));
        if (pupils == null || classes == null) {
            return;
        }
        Key key = keys.get(FactKeys.of(stage, FactKeys.CLASSES));
        if (key == null) {
            return;
        }
        if (pupils.signum() > 0 && classes.signum() == 0) {
            findings.add(finding(key, "registry.figure.noClasses", Severity.ERROR, classes, "≥ 1", plain(pupils)));
        } else if (largest != null && pupils.compareTo(classes.multiply(largest)) > 0) {
            List<String> parts = Stream.of(FactKeys.LARGEST_CLASS, FactKeys.CLASSES, FactKeys.PUPILS)
                    .map(code -> FactKeys.of(stage, code))
                    .toList();
            // a value that is only in the register may be the outdated one: then a person decides
            boolean allGiven = given.keySet().containsAll(parts);
            Key marked = keys.get(
                    parts.stream().filter(given::containsKey).findFirst().orElse(parts.get(0)));
            findings.add(finding(
                    marked,
                    allGiven ? "registry.figure.classSum" : "registry.figure.classSumStored",
                    allGiven ? Severity.ERROR : Severity.CONFIRM,
                    merged.get(marked.key()),
                    allGiven ? "≥ " + plain(pupils.divide(classes, 0, RoundingMode.CEILING)) : "",
                    plain(pupils),
                    plain(classes),
                    plain(largest)));
        }
    }

    private static Finding finding(
            Key key, String rule, Severity severity, BigDecimal found, String expected, String... params) {
        return new Finding(key.key(), rule, severity, plain(found), expected, List.of(params));
    }

    /** Without an exponent where that is readable; {@code 1e400} and {@code 1.23457e25} where it is not. */
    public static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        boolean tooLong = bare.precision() > MOST_DIGITS || bare.scale() > MOST_DIGITS;
        BigDecimal shown = tooLong ? bare.round(new MathContext(SHORT_DIGITS)).stripTrailingZeros() : bare;
        int exponent = shown.precision() - shown.scale() - 1;
        return exponent < MOST_DIGITS && exponent >= SMALLEST
                ? shown.toPlainString()
                : shown.scaleByPowerOfTen(-exponent).toPlainString() + "e" + exponent;
    }
}
