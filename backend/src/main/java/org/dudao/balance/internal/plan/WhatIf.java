package org.dudao.balance.internal.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.engine.BalanceEngine;
import org.dudao.balance.internal.engine.Rules;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.balance.internal.engine.StageResult.SchoolResult;
import org.dudao.balance.internal.engine.StageResult.Verdict;
import org.dudao.registry.Stage;

/** A user's own additions, and what moves. */
public final class WhatIf {
    /**
     * @param stage null when the fact belongs to the whole school
     * @param amount in the unit of the fact; negative takes away
     */
    public record Change(String schoolId, String fact, Stage stage, BigDecimal amount) {}

    /** @param verdictBefore as it stands; {@code newlyPassing} and {@code newlyFailing} list schools whose verdict moved */
    public record Moved(
            Stage stage,
            Verdict verdictBefore,
            Verdict verdictAfter,
            List<SchoolMove> newlyPassing,
            List<SchoolMove> newlyFailing) {}

    public record SchoolMove(String id, String code, String name, Verdict before, Verdict after) {}

    /** @param after by stage */
    public record Outcome(List<StageResult> before, List<StageResult> after, List<Moved> moved) {}

    private WhatIf() {}

    /** 元 for an amount; what is taken away pays nothing back. */
    public static BigDecimal cost(BigDecimal amount, BigDecimal unitCost) {
        return amount.signum() > 0 ? amount.multiply(unitCost) : BigDecimal.ZERO;
    }

    /** @throws IllegalArgumentException when a school id is not among the schools */
    public static Outcome evaluate(Rules rules, List<SchoolInput> schools, List<Change> changes) {
        Map<String, SchoolInput> changed = new HashMap<>();
        schools.forEach(s -> changed.put(s.id(), s));
        for (Change change : changes) {
            SchoolInput school = changed.get(change.schoolId());
            if (school == null) {
                throw new IllegalArgumentException(change.schoolId());
            }
            changed.put(
                    change.schoolId(), school.plus(Planner.factKey(change.fact(), change.stage()), change.amount()));
        }
        List<SchoolInput> with = schools.stream().map(s -> changed.get(s.id())).toList();
        List<StageResult> before = new ArrayList<>();
        List<StageResult> after = new ArrayList<>();
        List<Moved> moved = new ArrayList<>();
        for (Stage stage : Rules.STAGES) {
            StageResult was = BalanceEngine.evaluate(rules, stage, schools);
            StageResult is = BalanceEngine.evaluate(rules, stage, with);
            before.add(was);
            after.add(is);
            moved.add(moved(was, is));
        }
        return new Outcome(before, after, moved);
    }

    /** Which schools moved between two results of one stage; schools in only one of them are left out. */
    public static Moved moved(StageResult was, StageResult is) {
        Map<String, SchoolResult> earlier = new HashMap<>();
        was.schools().forEach(s -> earlier.put(s.id(), s));
        List<SchoolMove> passing = new ArrayList<>();
        List<SchoolMove> failing = new ArrayList<>();
        for (SchoolResult school : is.schools()) {
            SchoolResult before = earlier.get(school.id());
            if (before == null || before.verdict() == school.verdict()) {
                continue;
            }
            SchoolMove move =
                    new SchoolMove(school.id(), school.code(), school.name(), before.verdict(), school.verdict());
            if (school.verdict() == Verdict.PASS) {
                passing.add(move);
            } else if (school.verdict() == Verdict.FAIL) {
                failing.add(move);
            }
        }
        return new Moved(is.stage(), was.verdict(), is.verdict(), passing, failing);
    }
}
