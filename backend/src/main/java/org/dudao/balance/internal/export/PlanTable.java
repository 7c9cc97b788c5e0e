package org.dudao.balance.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dudao.balance.internal.Addition;
import org.dudao.balance.internal.Plan;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.engine.SchoolInput;
import org.dudao.balance.internal.plan.WhatIf;
import org.dudao.kernel.sheet.SheetWriter;
import org.dudao.registry.FactKeys;

/** A saved plan as a list to hand to the finance office: what is added where, and what it costs. */
public final class PlanTable {
    private PlanTable() {}

    public static void write(OutputStream out, Plan plan, Run run, Words words) throws IOException {
        Map<String, SchoolInput> schools = new HashMap<>();
        run.inputs().forEach(s -> schools.put(s.id(), s));
        List<String> head = List.of(
                words.t("code"),
                words.t("name"),
                words.t("addition"),
                words.t("amount"),
                words.t("unitCost"),
                words.t("cost"));
        try (SheetWriter sheet = new SheetWriter(out, words.t("plan"), head)) {
            for (Addition addition : plan.additions()) {
                SchoolInput school = schools.get(addition.schoolId().toString());
                String key = addition.stage() == null
                        ? addition.factCode()
                        : FactKeys.of(addition.stage(), addition.factCode());
                BigDecimal unit = plan.costs().getOrDefault(addition.factCode(), BigDecimal.ZERO);
                sheet.row(java.util.Arrays.asList(
                        school.code(),
                        school.name(),
                        words.figure(key),
                        addition.amount(),
                        unit,
                        WhatIf.cost(addition.amount(), unit)));
            }
            sheet.row(java.util.Arrays.asList(null, words.t("sum"), null, null, null, plan.bill()));
        }
    }
}
