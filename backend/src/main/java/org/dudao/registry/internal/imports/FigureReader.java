package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.registry.FactKeys;
import org.dudao.registry.Stage;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.FigureRules.Severity;

/** Reads a row of yearly figures: which school, which year, which stage, and the value of every column mapped. */
final class FigureReader {
    private static final Map<String, Stage> STAGES = Map.of(
            "小学",
            Stage.PRIMARY,
            "primary",
            Stage.PRIMARY,
            "初中",
            Stage.JUNIOR,
            "junior",
            Stage.JUNIOR,
            "高中",
            Stage.SENIOR,
            "senior",
            Stage.SENIOR);
    private static final Pattern YEAR = Pattern.compile("(19|20|21)[0-9]{2}");
    private static final Pattern TWO_YEARS = Pattern.compile("[0-9]{4}\\s*-.*");
    private static final Pattern AFTER_YEAR = Pattern.compile("(学年|年).*$");

    private final RowChecker checker;
    private final ColumnPlan plan;
    private final Integer givenYear;
    private final Map<String, FigureChecker.KnownSchool> schools;
    private final List<String> figureTargets = new ArrayList<>();
    private final Map<String, CellUnit> units = new HashMap<>();
    private final boolean stageNeeded;
    private final Set<Integer> otherYears = new HashSet<>();

    FigureReader(
            RowChecker checker, Integer givenYear, Map<String, FigureChecker.KnownSchool> schools, FigureRules rules) {
        this.checker = checker;
        this.plan = checker.plan;
        this.givenYear = givenYear;
        this.schools = schools;
        for (String target : plan.targets()) {
            if (target.contains(".") || rules.key(target).isPresent()) {
                figureTargets.add(target);
                String fact = key(target, Stage.PRIMARY);
                units.put(
                        target,
                        CellUnit.of(
                                rules.key(fact).map(k -> k.fact().unitZh()).orElse(""),
                                checker.header(plan.column(target), target)));
            }
        }
        stageNeeded = figureTargets.stream().anyMatch(t -> t.startsWith(ImportTargets.OF_ROW_STAGE));
    }

    /** A row on its way through the check. */
    static final class Draft {
        final SheetRow row;
        final List<RowProblem> problems = new ArrayList<>();
        final Map<String, BigDecimal> values = new LinkedHashMap<>();
        final Map<String, String> targetOf = new HashMap<>();
        final Map<String, BigDecimal> totals = new HashMap<>();
        FigureChecker.KnownSchool school;
        String code = "";
        int year;

        Draft(SheetRow row) {
            this.row = row;
        }
    }

    Draft read(SheetRow row) {
        Draft draft = new Draft(row);
        draft.code = plan.text(ImportTargets.CODE, row);
        if (!RowChecker.SCHOOL_CODE.matcher(draft.code).matches()) {
            draft.problems.add(
                    checker.problem(row, ImportTargets.CODE, "registry.import.codeFormat", Severity.ERROR, "10 位数字"));
        } else {
            draft.school = schools.get(draft.code);
            if (draft.school == null) {
                draft.problems.add(
                        checker.problem(row, ImportTargets.CODE, "registry.import.unknownSchool", Severity.ERROR, ""));
            }
        }
        readYear(draft);
        readName(draft);
        Stage stage = readStage(draft);
        for (String target : figureTargets) {
            readFigure(draft, target, stage);
        }
        return draft;
    }

    private void readYear(Draft draft) {
        if (!plan.has(ImportTargets.YEAR)) {
            draft.year = givenYear == null ? 0 : givenYear;
            return;
        }
        String digits = plan.text(ImportTargets.YEAR, draft.row);
        if (!YEAR.matcher(digits).matches()) {
            digits = AFTER_YEAR.matcher(digits).replaceAll("").strip();
            digits = TWO_YEARS.matcher(digits).matches() ? digits.substring(0, 4) : digits;
        }
        if (digits.isEmpty() && givenYear != null) {
            draft.year = givenYear;
        } else if (YEAR.matcher(digits).matches()) {
            draft.year = Integer.parseInt(digits);
            if (givenYear != null && draft.year != givenYear && otherYears.add(draft.year)) {
                draft.problems.add(checker.problem(
                        draft.row,
                        ImportTargets.YEAR,
                        "registry.import.otherYear",
                        Severity.WARNING,
                        "",
                        givenYear,
                        draft.year));
            }
        } else {
            draft.problems.add(
                    checker.problem(draft.row, ImportTargets.YEAR, "registry.import.year", Severity.ERROR, "2026"));
        }
    }

    private void readName(Draft draft) {
        String name = plan.text(ImportTargets.NAME, draft.row);
        if (draft.school != null
                && !name.isEmpty()
                && !name.equals(draft.school.name())
                && !name.equals(CellText.clean(draft.school.name()))) {
            draft.problems.add(checker.problem(
                    draft.row,
                    ImportTargets.NAME,
                    "registry.import.otherName",
                    Severity.WARNING,
                    draft.school.name(),
                    draft.school.name()));
        }
    }

    private Stage readStage(Draft draft) {
        String text = plan.text(ImportTargets.STAGE, draft.row).toLowerCase(java.util.Locale.ROOT);
        Stage stage = STAGES.get(text);
        if (stageNeeded && stage == null) {
            Optional<Stage> only =
                    draft.school != null && draft.school.kind().stages().size() == 1
                            ? Optional.of(draft.school.kind().stages().get(0))
                            : Optional.empty();
            if (text.isEmpty() && only.isPresent()) {
                return only.get();
            }
            draft.problems.add(checker.problem(
                    draft.row, ImportTargets.STAGE, "registry.import.stage", Severity.ERROR, "小学 / 初中 / 高中"));
        }
        return stage;
    }

    private void readFigure(Draft draft, String target, Stage stage) {
        ColumnPlan.Cell cell = plan.read(target, draft.row);
        if (cell.failed()) {
            draft.problems.add(checker.problem(draft.row, target, "registry.import.formula", Severity.ERROR, ""));
            return;
        }
        if (CellText.saysNothing(cell.text())) {
            if (!cell.text().isEmpty()) {
                draft.problems.add(checker.problem(draft.row, target, "registry.import.nothing", Severity.WARNING, ""));
            }
            return;
        }
        if (CellText.isFormulaError(cell.text())) {
            draft.problems.add(checker.problem(draft.row, target, "registry.import.excelError", Severity.ERROR, ""));
            return;
        }
        String key = key(target, stage);
        if (key == null) {
            return;
        }
        CellUnit unit = units.get(target);
        Optional<BigDecimal> number = unit.read(cell.text());
        if (number.isEmpty()) {
            Optional<CellUnit.Other> other = unit.other(cell.text());
            draft.problems.add(
                    other.isPresent()
                            ? checker.problem(
                                    draft.row,
                                    target,
                                    "registry.import.unit",
                                    Severity.ERROR,
                                    other.get().expected(),
                                    other.get().suffix(),
                                    unit.written())
                            : checker.problem(draft.row, target, "registry.import.number", Severity.ERROR, ""));
            return;
        }
        BigDecimal value = number.get();
        if (target.startsWith(ImportTargets.TOTAL)) {
            draft.totals.put(target.substring(ImportTargets.TOTAL.length()), value);
        } else {
            draft.values.put(key, value);
            draft.targetOf.put(key, target);
        }
    }

    private static String key(String target, Stage stage) {
        if (target.startsWith(ImportTargets.OF_ROW_STAGE)) {
            return stage == null ? null : FactKeys.of(stage, target.substring(ImportTargets.OF_ROW_STAGE.length()));
        }
        return target.startsWith(ImportTargets.TOTAL)
                ? FactKeys.of(Stage.PRIMARY, target.substring(ImportTargets.TOTAL.length()))
                : target;
    }
}
