package org.dudao.registry.internal.imports;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

    private final FigureReader reader;
    private final StoredFigures stored;
    private final FigureRules rules;
    private final Map<Long, Integer> rowsOf = new HashMap<>();
    private final EarlierRows earlier = new EarlierRows();

    FigureChecker(
            ColumnPlan plan,
            List<SheetHeader> headers,
            Integer givenYear,
            Map<String, KnownSchool> schools,
            StoredFigures stored,
            FigureRules rules) {
        super(plan, headers);
        this.stored = stored;
        this.rules = rules;
        this.reader = new FigureReader(this, givenYear, schools, rules);
    }

    @Override
    void check(List<SheetRow> rows, CheckResult result) {
        List<FigureReader.Draft> drafts = rows.stream().map(reader::read).toList();
        Set<UUID> ids = drafts.stream()
                .filter(d -> d.school != null)
                .map(d -> d.school.id())
                .collect(Collectors.toSet());
        Set<Integer> years = drafts.stream().map(d -> d.year).collect(Collectors.toSet());
        years.addAll(years.stream().map(y -> y - 1).toList());
        Map<UUID, Map<Integer, Map<String, BigDecimal>>> known = ids.isEmpty() ? Map.of() : stored.of(ids, years);
        for (FigureReader.Draft draft : drafts) {
            judge(draft, draft.school == null ? Map.of() : known.getOrDefault(draft.school.id(), Map.of()), result);
        }
    }

    private void judge(FigureReader.Draft draft, Map<Integer, Map<String, BigDecimal>> known, CheckResult result) {
        if (draft.school == null || draft.year == 0) {
            result.count(draft.problems);
            return;
        }
        result.years.add(draft.year);
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
    private void checkLifetime(FigureReader.Draft draft) {
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
    private Map<String, BigDecimal> lastYear(FigureReader.Draft draft, Map<Integer, Map<String, BigDecimal>> known) {
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

    private void checkTotals(FigureReader.Draft draft, Map<String, BigDecimal> merged) {
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
            FigureReader.Draft draft, int pass, boolean create, Map<String, BigDecimal> changed, CheckResult result) {
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
