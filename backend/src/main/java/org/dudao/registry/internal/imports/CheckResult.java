package org.dudao.registry.internal.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.dudao.registry.internal.FigureRules.Severity;

/** Collects what the check of a batch of rows found, and counts. */
final class CheckResult {
    private final List<RowProblem> problems = new ArrayList<>();
    private final List<StagedRow> staged = new ArrayList<>();
    int rows;
    int clean;
    int withErrors;
    int toConfirm;
    int skipped;
    int creates;
    int updates;
    int unchanged;
    final SortedSet<Integer> years = new TreeSet<>();

    void problem(RowProblem problem) {
        problems.add(problem);
    }

    /** Counts a row by the gravest of its problems. */
    void count(List<RowProblem> own) {
        rows++;
        if (own.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            withErrors++;
        } else if (own.stream().anyMatch(p -> p.severity() == Severity.CONFIRM)) {
            toConfirm++;
        } else {
            clean++;
        }
        problems.addAll(own);
    }

    void stage(StagedRow row) {
        staged.add(row);
        if (row.create()) {
            creates++;
        } else {
            updates++;
        }
    }

    List<RowProblem> takeProblems() {
        List<RowProblem> taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    List<StagedRow> takeStaged() {
        List<StagedRow> taken = List.copyOf(staged);
        staged.clear();
        return taken;
    }
}
