package org.dudao.registry.internal.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.text.Messages;
import org.dudao.registry.Fact;
import org.dudao.registry.FactCatalogue;
import org.dudao.registry.internal.FigureColumns;
import org.dudao.registry.internal.FigureRules;
import org.dudao.registry.internal.SchoolColumn;

/** The targets of each kind of import, from the columns of a school and the catalogue of facts. */
@ApplicationScoped
public class ImportTargets {
    static final String CODE = "code";
    static final String NAME = "name";
    static final String YEAR = "year";
    static final String STAGE = "stage";
    /** Prefix of a stage fact whose stage the row itself names. */
    static final String OF_ROW_STAGE = "STAGE.";
    /** Prefix of a sum over the stages: checked, not stored. */
    static final String TOTAL = "TOTAL.";

    @Inject
    FactCatalogue catalogue;

    public List<ImportTarget> of(ImportKind kind) {
        return kind == ImportKind.SCHOOLS ? schools() : figures(catalogue.all());
    }

    private static List<ImportTarget> schools() {
        return Stream.of(SchoolColumn.values())
                .map(c -> text(c.code(), c.required(), c.aliases()))
                .toList();
    }

    static List<ImportTarget> figures(List<Fact> facts) {
        List<ImportTarget> targets = new ArrayList<>();
        targets.add(text(CODE, true, SchoolColumn.CODE.aliases()));
        targets.add(text(NAME, false, SchoolColumn.NAME.aliases()));
        targets.add(text(YEAR, true, List.of("年份", "年度", "统计年度", "学年度")));
        targets.add(text(STAGE, false, List.of("学段名称", "办学层次")));
        for (FigureRules.Key key : new FigureRules(facts).keys().values()) {
            targets.add(figure(key));
        }
        for (Fact fact : facts) {
            if (fact.level() == Fact.Level.STAGE) {
                targets.add(ofRowStage(fact));
                targets.add(total(fact));
            }
        }
        return targets;
    }

    private static ImportTarget figure(FigureRules.Key key) {
        Fact fact = key.fact();
        List<String> headers = new ArrayList<>();
        for (String name : names(fact)) {
            headers.add(FigureColumns.stagePrefix(key.stage(), Messages.CHINESE) + name);
            if (key.stage() != null) {
                headers.add(name + FigureColumns.stagePrefix(key.stage(), Messages.CHINESE));
            }
        }
        headers.add(FigureColumns.stagePrefix(key.stage(), Locale.ENGLISH) + fact.nameEn());
        headers.add(key.key());
        return new ImportTarget(
                key.key(),
                FigureColumns.header(key, Messages.CHINESE),
                FigureColumns.header(key, Locale.ENGLISH),
                false,
                fact.unitZh(),
                keys(headers));
    }

    private static ImportTarget ofRowStage(Fact fact) {
        List<String> headers = new ArrayList<>(names(fact));
        headers.add(fact.nameEn());
        headers.add(fact.code());
        return new ImportTarget(
                OF_ROW_STAGE + fact.code(),
                Messages.text(Messages.CHINESE, "registry.import.ofRowStage", fact.nameZh()),
                Messages.text(Locale.ENGLISH, "registry.import.ofRowStage", fact.nameEn()),
                false,
                fact.unitZh(),
                keys(headers));
    }

    private static ImportTarget total(Fact fact) {
        List<String> headers = new ArrayList<>();
        for (String name : names(fact)) {
            headers.addAll(List.of(name + "合计", name + "总计", name + "总数", "合计" + name, "全校" + name));
        }
        headers.add("total" + fact.code());
        return new ImportTarget(
                TOTAL + fact.code(),
                Messages.text(Messages.CHINESE, "registry.import.total", fact.nameZh()),
                Messages.text(Locale.ENGLISH, "registry.import.total", fact.nameEn()),
                false,
                fact.unitZh(),
                keys(headers));
    }

    private static List<String> names(Fact fact) {
        List<String> names = new ArrayList<>(fact.aliases());
        names.add(0, fact.nameZh());
        return names;
    }

    private static ImportTarget text(String code, boolean required, List<String> aliases) {
        List<String> headers = new ArrayList<>(aliases);
        String zh = Messages.text(Messages.CHINESE, "registry.column." + code);
        String en = Messages.text(Locale.ENGLISH, "registry.column." + code);
        headers.addAll(List.of(zh, en, code));
        return new ImportTarget(code, zh, en, required, "", keys(headers));
    }

    private static List<String> keys(List<String> headers) {
        return headers.stream().map(CellText::headerKey).distinct().toList();
    }
}
