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
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.FigureRules.Severity;

/** Checks rows of yearly figures against the register, the catalogue's rules and the year before. */
final class FigureChecker extends RowChecker {
    /** What the check must know of a school; the years it was founded and closed in are null when unknown or not yet. */
    record KnownSchool(UUID id, String name, SchoolKind kind, Integer foundedYear, Integer closedYear) {}

    /** Figures already stored. */
    interface StoredFigures {
        /** school id → year → values, for the years asked for. */
        Map<UUID, Map<Integer, Map<String, BigDecimal>>> of(Set<UUID> schools, Set<Integer> years);
    }

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

    private final Integer givenYear;
    private final Map<String, KnownSchool> schools;
    private final StoredFigures stored;
    private final FigureRules rules;
    private final List<String> figureTargets = new ArrayList<>();
    private final Map<String, CellUnit> units = new HashMap<>();
    private final Map<Long, Integer> rowsOf = new HashMap<>();
    private final boolean stageNeeded;
    private final Set<Integer> otherYears = new HashSet<>();
    private final EarlierRows earlier = new EarlierRows();

    FigureChecker(
            ColumnPlan plan,
            List<SheetHeader> headers,
            Integer givenYear,
            Map<String, KnownSchool> schools,
            StoredFigures stored,
            FigureRules rules) {
        super(plan, headers);
        this.givenYear = givenYear;
        this.schools = schools;
        this.stored = stored;
        this.rules = rules;
        for (String target : plan.targets()) {
            if (target.contains(".") || rules.key(target).isPresent()) {
                figureTargets.add(target);
                String fact = key(target, Stage.PRIMARY);
                units.put(
                        target,
                        CellUnit.of(
                                rules.key(fact).map(k -> k.fact().unitZh()).orElse(""),
                                header(plan.column(target), target)));
            }
        }
        stageNeeded = figureTargets.stream().anyMatch(t -> t.startsWith(ImportTargets.OF_ROW_STAGE));
    }

    /** A row on its way through the check. */
    private static final class Draft {
        final SheetRow row;
        final List<RowProblem> problems = new ArrayList<>();
        final Map<String, BigDecimal> values = new LinkedHashMap<>();
        final Map<String, String> targetOf = new HashMap<>();
        final Map<String, BigDecimal> totals = new HashMap<>();
        KnownSchool school;
        String code = "";
        int year;

        Draft(SheetRow row) {
            this.row = row;
        }
    }

    @Override
    void check(List<SheetRow> rows, CheckResult result) {
        List<Draft> drafts = rows.stream().map(this::read).toList();
        Set<UUID> ids = drafts.stream()
                .filter(d -> d.school != null)
                .map(d -> d.school.id())
                .collect(Collectors.toSet());
        Set<Integer> years = drafts.stream().map(d -> d.year).collect(Collectors.toSet());
        years.addAll(years.stream().map(y -> y - 1).toList());
        Map<UUID, Map<Integer, Map<String, BigDecimal>>> known = ids.isEmpty() ? Map.of() : stored.of(ids, years);
        for (Draft draft : drafts) {
            judge(draft, draft.school == null ? Map.of() : known.getOrDefault(draft.school.id(), Map.of()), result);
        }
    }

    private Draft read(SheetRow row) {
        Draft draft = new Draft(row);
        draft.code = plan.text(ImportTargets.CODE, row);
        if (!SCHOOL_CODE.matcher(draft.code).matches()) {
            draft.problems.add(problem(row, ImportTargets.CODE, "registry.import.codeFormat", Severity.ERROR, "10"));
        } else {
            draft.school = schools.get(draft.code);
            if (draft.school == null) {
                draft.problems.add(
                        problem(row, ImportTargets.CODE, "registry.import.unknownSchool", Severity.ERROR, ""));
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
                draft.problems.add(problem(
                        draft.row,
                        ImportTargets.YEAR,
                        "registry.import.otherYear",
                        Severity.WARNING,
                        "",
                        givenYear,
                        draft.year));
            }
        } else {
            draft.problems.add(problem(draft.row, ImportTargets.YEAR, "registry.import.year", Severity.ERROR, "2026"));
        }
    }

    private void readName(Draft draft) {
        String name = plan.text(ImportTargets.NAME, draft.row);
        if (draft.school != null
                && !name.isEmpty()
                && !name.equals(draft.school.name())
                && !name.equals(CellText.clean(draft.school.name()))) {
            draft.problems.add(problem(
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
            draft.problems.add(
                    problem(draft.row, ImportTargets.STAGE, "registry.import.stage", Severity.ERROR, "小学 / 初中 / 高中"));
        }
        return stage;
    }

    private void readFigure(Draft draft, String target, Stage stage) {
        ColumnPlan.Cell cell = plan.read(target, draft.row);
        if (cell.failed()) {
            draft.problems.add(problem(draft.row, target, "registry.import.formula", Severity.ERROR, ""));
            return;
        }
        if (CellText.saysNothing(cell.text())) {
            if (!cell.text().isEmpty()) {
                draft.problems.add(problem(draft.row, target, "registry.import.nothing", Severity.WARNING, ""));
            }
            return;
        }
        if (CellText.isFormulaError(cell.text())) {
            draft.problems.add(problem(draft.row, target, "registry.import.excelError", Severity.ERROR, ""));
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
                            ? problem(
                                    draft.row,
                                    target,
                                    "registry.import.unit",
                                    Severity.ERROR,
                                    other.get().expected(),
                                    other.get().suffix(),
                                    unit.written())
                            : problem(draft.row, target, "registry.import.number", Severity.ERROR, ""));
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

    private void judge(Draft draft, Map<Integer, Map<String, BigDecimal>> known, CheckResult result) {
        if (draft.school == null || draft.year == 0) {
            result.count(draft.problems);
            return;
        }
        checkLifetime(draft);
        int pass = rowsOf.merge(EarlierRows.key(draft.code, draft.year), 1, Integer::sum) - 1;
        if (pass > 0 && !plan.has(ImportTargets.STAGE)) {
            draft.problems.add(
                    problem(draft.row, ImportTargets.CODE, "registry.import.twice", Severity.ERROR, "", draft.year));
        }
        Map<String, BigDecimal> current = known.getOrDefault(draft.year, Map.of());
        Map<String, BigDecimal> merged = together(current, draft.values);
        for (FigureRules.Finding f : rules.check(draft.school.kind(), draft.values, merged, lastYear(draft, known))) {
            String target = draft.targetOf.getOrDefault(f.key(), f.key());
            int column = plan.has(target) ? plan.column(target) : -1;
            draft.problems.add(new RowProblem(
                    draft.row.number(),
                    column,
                    header(column, target),
                    f.rule(),
                    f.severity(),
                    f.found(),
                    f.expected(),
                    f.params()));
        }
        checkTotals(draft, merged);
        if (plan.has(ImportTargets.YEAR)) {
            earlier.remember(draft.code, draft.year, draft.values);
        }
        result.count(draft.problems);
        Map<String, BigDecimal> changed = changed(current, draft.values);
        stage(draft, pass, current.isEmpty(), changed, result);
    }

    /** Figures of a year the school did not exist in are asked about: the year founded may itself be wrong. */
    private void checkLifetime(Draft draft) {
        Integer founded = draft.school.foundedYear();
        Integer closed = draft.school.closedYear();
        String target = plan.has(ImportTargets.YEAR) ? ImportTargets.YEAR : ImportTargets.CODE;
        if (founded != null && draft.year < founded) {
            draft.problems.add(problem(
                    draft.row,
                    target,
                    "registry.import.beforeFounded",
                    Severity.CONFIRM,
                    "≥ " + founded,
                    draft.year,
                    founded));
        } else if (closed != null && draft.year > closed) {
            draft.problems.add(problem(
                    draft.row,
                    target,
                    "registry.import.afterClosed",
                    Severity.CONFIRM,
                    "≤ " + closed,
                    draft.year,
                    closed));
        }
    }

    /** What an earlier row of the same file says of the year before counts over what is stored. */
    private Map<String, BigDecimal> lastYear(Draft draft, Map<Integer, Map<String, BigDecimal>> known) {
        return together(
                known.getOrDefault(draft.year - 1, Map.of()),
                earlier.of(draft.code, draft.year - 1, draft.values.keySet()));
    }

    private static Map<String, BigDecimal> together(Map<String, BigDecimal> before, Map<String, BigDecimal> newer) {
        if (before.isEmpty() || newer.isEmpty()) {
            return before.isEmpty() ? newer : before;
        }
        Map<String, BigDecimal> all = new HashMap<>(before);
        all.putAll(newer);
        return all;
    }

    private static Map<String, BigDecimal> changed(Map<String, BigDecimal> current, Map<String, BigDecimal> values) {
        if (current.isEmpty()) {
            return values;
        }
        Map<String, BigDecimal> changed = new LinkedHashMap<>(values);
        changed.entrySet().removeIf(e -> {
            BigDecimal old = current.get(e.getKey());
            return old != null && old.compareTo(e.getValue()) == 0;
        });
        return changed;
    }

    private void checkTotals(Draft draft, Map<String, BigDecimal> merged) {
        draft.totals.forEach((fact, total) -> {
            BigDecimal sum = BigDecimal.ZERO;
            for (Stage stage : draft.school.kind().stages()) {
                BigDecimal part = merged.get(FactKeys.of(stage, fact));
                if (part == null) {
                    return;
                }
                sum = sum.add(part);
            }
            if (sum.compareTo(total) != 0) {
                String right = FigureRules.plain(sum);
                draft.problems.add(problem(
                        draft.row,
                        ImportTargets.TOTAL + fact,
                        "registry.import.sum",
                        Severity.ERROR,
                        right,
                        FigureRules.plain(total),
                        right));
            }
        });
    }

    private static void stage(
            Draft draft, int pass, boolean create, Map<String, BigDecimal> changed, CheckResult result) {
        if (draft.problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            return;
        }
        if (changed.isEmpty()) {
            result.unchanged++;
            return;
        }
        boolean confirm = draft.problems.stream().anyMatch(p -> p.severity() == Severity.CONFIRM);
        StringBuilder json = new StringBuilder("{");
        changed.forEach((key, value) -> json.append(json.length() > 1 ? "," : "")
                .append('"')
                .append(key)
                .append("\":")
                .append(value.toPlainString()));
        result.stage(new StagedRow(
                draft.row.number(),
                draft.school.id(),
                draft.code,
                draft.year,
                pass,
                confirm,
                create && pass == 0,
                json.append('}').toString()));
    }
}
