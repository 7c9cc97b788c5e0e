package org.dudao.indexsystem.internal.scoring;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.dudao.indexsystem.Findings.Circumstance;
import org.dudao.indexsystem.IndexSystemDocument;
import org.dudao.indexsystem.IndexSystemDocument.Downgrade;
import org.dudao.indexsystem.IndexSystemDocument.Grade;
import org.dudao.indexsystem.IndexSystemDocument.Subgrade;
import org.dudao.indexsystem.Score.Act;
import org.dudao.indexsystem.Score.Statement;
import org.dudao.indexsystem.Score.Words;

/**
 * The grade a total reaches, then what lowers it. Grades have only a lower end, so every total has exactly one: 89.5 under
 * 90/80/65 is the second. A veto gives the lowest grade, whatever the total; so does failing, where the system says so.
 */
final class GradeLadder {
    private final List<Grade> grades;
    private final List<Downgrade> downgrades;
    private final boolean lowestWhenFailed;

    GradeLadder(IndexSystemDocument document) {
        grades = document.grades();
        downgrades = document.downgrades();
        lowestWhenFailed = Boolean.TRUE.equals(document.settings().lowestWhenFailed());
    }

    /** @param byTotal what the total alone would give */
    record Graded(String grade, String subgrade, String byTotal) {}

    Graded grade(
            BigDecimal total,
            List<Circumstance> circumstances,
            boolean vetoed,
            Boolean passed,
            List<Statement> statements) {
        if (grades.isEmpty() || total == null && !vetoed) {
            return new Graded(null, null, null);
        }
        Integer byTotal = total == null ? null : at(total);
        int now = byTotal == null ? grades.size() - 1 : byTotal;
        if (byTotal != null) {
            Grade grade = grades.get(byTotal);
            statements.add(Say.of(
                    Act.GRADED,
                    grade.from() == null ? "graded.lowest" : "graded",
                    null,
                    total,
                    name(grade),
                    grade.from() == null ? "" : grade.from()));
        }
        for (Circumstance circumstance : circumstances) {
            Downgrade rule = downgrades.stream()
                    .filter(d -> d.code().equals(circumstance.downgrade()))
                    .findFirst()
                    .orElseThrow();
            int lowered = rule.steps() != null
                    ? Math.min(grades.size() - 1, now + rule.steps())
                    : Math.max(now, index(rule.to()));
            statements.add(Say.by(
                    circumstance.by(),
                    circumstance.evidence(),
                    Act.DOWNGRADED,
                    "downgraded",
                    null,
                    new Words(rule.nameZh(), rule.nameEn()),
                    Objects.requireNonNullElse(circumstance.reason(), ""),
                    name(grades.get(now)),
                    name(grades.get(lowered))));
            now = lowered;
        }
        if (vetoed && now < grades.size() - 1) {
            now = grades.size() - 1;
            statements.add(Say.of(Act.DOWNGRADED, "vetoGrade", null, name(grades.get(now))));
        }
        if (lowestWhenFailed && Boolean.FALSE.equals(passed) && now < grades.size() - 1) {
            now = grades.size() - 1;
            statements.add(Say.of(Act.DOWNGRADED, "failedGrade", null, name(grades.get(now))));
        }
        boolean untouched = byTotal != null && now == byTotal;
        return new Graded(
                grades.get(now).code(),
                untouched ? subgrade(grades.get(now), total) : null,
                byTotal == null ? null : grades.get(byTotal).code());
    }

    private int at(BigDecimal total) {
        for (int i = 0; i < grades.size(); i++) {
            BigDecimal from = grades.get(i).from();
            if (from == null || total.compareTo(from) >= 0) {
                return i;
            }
        }
        return grades.size() - 1;
    }

    private int index(String code) {
        for (int i = 0; i < grades.size(); i++) {
            if (grades.get(i).code().equals(code)) {
                return i;
            }
        }
        throw new IllegalArgumentException(code);
    }

    private static String subgrade(Grade grade, BigDecimal total) {
        return grade.subgrades().stream()
                .filter(s -> s.from() == null || total.compareTo(s.from()) >= 0)
                .map(Subgrade::code)
                .findFirst()
                .orElse(null);
    }

    private static Words name(Grade grade) {
        return new Words(grade.nameZh(), grade.nameEn());
    }
}
