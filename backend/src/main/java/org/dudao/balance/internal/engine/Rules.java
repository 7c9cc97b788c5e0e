package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dudao.balance.internal.engine.FrameworkDocument.Decision;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Term;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/** A framework ready to compute with: the parameters of its document, typed and checked. */
public final class Rules {
    /** The stages of compulsory education, the only ones judged. */
    public static final List<Stage> STAGES = List.of(Stage.PRIMARY, Stage.JUNIOR);

    /** What becomes of 教学点. */
    public enum TeachingPoints {
        FOLD_INTO_PARENT,
        EXCLUDE,
        OWN_ROW
    }

    private final FrameworkDocument document;
    private final Map<Stage, BigDecimal> limits = new EnumMap<>(Stage.class);
    private final Map<Stage, List<BigDecimal>> thresholds = new EnumMap<>(Stage.class);
    private final Map<SchoolKind, Map<Stage, BigDecimal>> weights = new EnumMap<>(SchoolKind.class);
    private final Set<SchoolKind> excludedKinds;
    private final int requiredIndicators;
    private final BigDecimal floorShare;
    private final double floorShareValue;
    private final BigDecimal passShare;
    private final boolean countPrivate;
    private final boolean countNotRunByCounty;
    private final TeachingPoints teachingPoints;
    private final BigDecimal teachingPointMinPupils;
    private final Map<String, BigDecimal> steps = new LinkedHashMap<>();
    private final Map<String, BigDecimal> costs = new LinkedHashMap<>();

    private final Map<Stage, String[][]> keys = new EnumMap<>(Stage.class);
    private final Map<Stage, double[]> thresholdValues = new EnumMap<>(Stage.class);

    private Rules(FrameworkDocument document) {
        this.document = document;
        ParameterReader read = new ParameterReader(document);
        for (Stage stage : STAGES) {
            limits.put(stage, read.positive("limit." + stage));
            thresholds.put(
                    stage,
                    document.indicators().stream()
                            .map(i -> read.optionalNonNegative("threshold." + i.code() + "." + stage))
                            .collect(java.util.stream.Collectors.toCollection(java.util.ArrayList::new)));
        }
        for (SchoolKind kind : SchoolKind.values()) {
            if (kind.stages().size() > 1) {
                weights.put(kind, read.weights(kind));
            }
        }
        excludedKinds = read.kinds("scope.excludedKinds");
        requiredIndicators =
                read.integer("schoolRule.required", 0, document.indicators().size());
        floorShare = read.share("schoolRule.floorShare");
        passShare = read.share("county.passShare");
        countPrivate = read.bool("scope.countPrivate");
        countNotRunByCounty = read.bool("scope.countNotRunByCounty");
        teachingPoints = read.choice("scope.teachingPoints", TeachingPoints.class, TeachingPoints.EXCLUDE);
        teachingPointMinPupils = BigDecimal.valueOf(read.integer("scope.teachingPointMinPupils", 0, Integer.MAX_VALUE));
        for (Indicator indicator : document.indicators()) {
            String fact = indicator.additionFact();
            steps.computeIfAbsent(fact, f -> read.positive("plan.step." + f));
            costs.computeIfAbsent(fact, f -> read.positive("plan.cost." + f));
        }
        read.check();
        for (Stage stage : STAGES) {
            keys.put(
                    stage,
                    document.indicators().stream().map(i -> keys(i, stage)).toArray(String[][]::new));
            thresholdValues.put(
                    stage,
                    thresholds.get(stage).stream()
                            .mapToDouble(t -> t == null ? Double.NaN : t.doubleValue())
                            .toArray());
        }
        floorShareValue = floorShare.doubleValue();
    }

    private static String[] keys(Indicator indicator, Stage stage) {
        return indicator.numerator().stream()
                .map(t -> indicator.shared() ? t.fact() : FactKeys.of(stage, t.fact()))
                .toArray(String[]::new);
    }

    /** @throws FrameworkInvalid naming every fault of the document */
    public static Rules of(FrameworkDocument document) {
        return new Rules(document);
    }

    public FrameworkDocument document() {
        return document;
    }

    public List<Indicator> indicators() {
        return document.indicators();
    }

    public Decision decision() {
        return document.decision();
    }

    /** Upper limit of a CV (or of their mean), inclusive. */
    public BigDecimal limit(Stage stage) {
        return limits.get(stage);
    }

    /** What a school must reach, in the unit of the indicator (per 1 or per 100 pupils); null where none is set. */
    public BigDecimal threshold(int indicator, Stage stage) {
        return thresholds.get(stage).get(indicator);
    }

    /** Key under which a term of a numerator is found among a school's figures. */
    String key(int indicator, int term, Stage stage) {
        return keys.get(stage)[indicator][term];
    }

    /** {@link #threshold} as a double; NaN where none is set. */
    double thresholdValue(int indicator, Stage stage) {
        return thresholdValues.get(stage)[indicator];
    }

    double floorShareValue() {
        return floorShareValue;
    }

    /** True when schools are judged: at least one threshold is set for the stage. */
    public boolean judgesSchools(Stage stage) {
        return thresholds.get(stage).stream().anyMatch(t -> t != null);
    }

    public int requiredIndicators() {
        return requiredIndicators;
    }

    /** Share of its threshold every indicator must reach, 0 … 1. */
    public BigDecimal floorShare() {
        return floorShare;
    }

    /** Share of the counted schools that must pass, 0 … 1. */
    public BigDecimal passShare() {
        return passShare;
    }

    /** Weights of the stages a mixed school teaches, e.g. 1 : 1.1; empty for a school of one stage. */
    public Map<Stage, BigDecimal> weights(SchoolKind kind) {
        return weights.getOrDefault(kind, Map.of());
    }

    public boolean excludes(SchoolKind kind) {
        return excludedKinds.contains(kind);
    }

    public boolean countsPrivate() {
        return countPrivate;
    }

    public boolean countsNotRunByCounty() {
        return countNotRunByCounty;
    }

    public TeachingPoints teachingPoints() {
        return teachingPoints;
    }

    public BigDecimal teachingPointMinPupils() {
        return teachingPointMinPupils;
    }

    /** The smallest amount of a fact a plan adds, by fact code: one teacher, one room, 1,000 元 of equipment. */
    public Map<String, BigDecimal> steps() {
        return Collections.unmodifiableMap(steps);
    }

    /** 元 per unit of a fact, by fact code. */
    public Map<String, BigDecimal> costs() {
        return Collections.unmodifiableMap(costs);
    }

    /** Codes of the facts the framework needs beside pupils, sorted. */
    public SortedSet<String> facts() {
        SortedSet<String> facts = new TreeSet<>();
        for (Indicator indicator : indicators()) {
            for (Term term : indicator.numerator()) {
                facts.add(term.fact());
            }
        }
        return facts;
    }
}
