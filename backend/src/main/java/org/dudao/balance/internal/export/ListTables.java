package org.dudao.balance.internal.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.dudao.balance.internal.Effect;
import org.dudao.balance.internal.Plan;
import org.dudao.balance.internal.Run;
import org.dudao.balance.internal.StoredFramework;
import org.dudao.balance.internal.engine.StageResult;
import org.dudao.kernel.sheet.SheetWriter;

/** Lists of runs, plans and frameworks as xlsx: what the list on the screen shows. */
public final class ListTables {
    private ListTables() {}

    /** A row for each stage of each run. */
    public static void runs(OutputStream out, List<Run> runs, Words words) throws IOException {
        List<String> head = head(
                words,
                "countyCode",
                "region",
                "year",
                "framework",
                "version",
                "stage",
                "verdict",
                "schoolsCounted",
                "schoolsPassing",
                "schoolsNeeded",
                "madeBy",
                "madeAt",
                "checksum");
        try (SheetWriter sheet = new SheetWriter(out, words.t("runs"), head)) {
            for (Run run : runs) {
                for (StageResult stage : run.stages()) {
                    sheet.row(Arrays.asList(
                            run.regionCode(),
                            run.regionName(),
                            words.year(run.year()),
                            words.name(run.document()),
                            run.document().version(),
                            words.of("stage", stage.stage()),
                            words.of("verdict", stage.verdict()),
                            stage.schoolsCounted(),
                            stage.schoolsNeeded() == null ? null : stage.schoolsPassing(),
                            stage.schoolsNeeded(),
                            run.createdBy(),
                            words.time(run.createdAt()),
                            run.checksum()));
                }
            }
        }
    }

    /** A row for each plan: what it costs, and where it leads in each stage. */
    public static void plans(OutputStream out, List<Plan> plans, Words words) throws IOException {
        List<String> head = new ArrayList<>(head(words, "countyCode", "plan", "additions", "cost"));
        for (String stage : List.of("PRIMARY", "JUNIOR")) {
            head.add(words.of("stage", stage) + words.t("afterwards"));
        }
        head.addAll(head(words, "note", "madeBy", "madeAt", "changedAt"));
        try (SheetWriter sheet = new SheetWriter(out, words.t("plans"), head)) {
            for (Plan plan : plans) {
                List<Object> row = new ArrayList<>(Arrays.asList(
                        plan.regionCode(), plan.name(), plan.additions().size(), plan.bill()));
                for (String stage : List.of("PRIMARY", "JUNIOR")) {
                    row.add(plan.outcome().stream()
                            .filter(e -> e.stage().name().equals(stage))
                            .map(Effect::verdictAfter)
                            .findFirst()
                            .map(v -> words.of("verdict", v))
                            .orElse(null));
                }
                row.addAll(Arrays.asList(
                        plan.note(), plan.createdBy(), words.time(plan.createdAt()), words.time(plan.updatedAt())));
                sheet.row(row);
            }
        }
    }

    /** A row for each version. */
    public static void frameworks(OutputStream out, List<StoredFramework> frameworks, Words words) throws IOException {
        List<String> head = head(
                words,
                "frameworkCode",
                "framework",
                "version",
                "state",
                "scope",
                "indicators",
                "unverifiedCount",
                "source",
                "madeBy",
                "madeAt",
                "publishedBy",
                "publishedAt");
        try (SheetWriter sheet = new SheetWriter(out, words.t("frameworks"), head)) {
            for (StoredFramework f : frameworks) {
                sheet.row(Arrays.asList(
                        f.document().code(),
                        words.name(f.document()),
                        f.document().version(),
                        words.of("frameworkState", f.state()),
                        f.regionCode() == null ? words.t("national") : f.regionCode(),
                        f.document().indicators().size(),
                        f.document().parameters().stream()
                                .filter(p -> !p.verified() && p.hasValue())
                                .count(),
                        f.document().source(),
                        f.createdBy(),
                        f.createdAt() == null ? null : words.time(f.createdAt()),
                        f.publishedBy(),
                        f.publishedAt() == null ? null : words.time(f.publishedAt())));
            }
        }
    }

    private static List<String> head(Words words, String... keys) {
        return Stream.of(keys).map(k -> words.t(k)).toList();
    }
}
