package org.dudao.registry.internal.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.dudao.kernel.sheet.CellText;
import org.dudao.kernel.sheet.SheetRow;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.internal.FigureRules.Severity;
import org.dudao.registry.internal.SchoolRow;

/** Checks rows of schools: a new code registers a school, a known one updates what the file gives. */
final class SchoolChecker extends RowChecker {
    /** A spreadsheet may take the name for a formula, a browser for markup; taken as plain text, but worth a look. */
    private static final Pattern ACTIVE =
            Pattern.compile("^[=+@-]|<\\s*/?\\s*(script|img|svg|iframe|a|style)\\b", Pattern.CASE_INSENSITIVE);

    private final Map<String, SchoolRow> known;
    private final Set<String> taken;
    private final Set<String> regions;
    private final Set<String> seen = new HashSet<>();
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param known schools in the caller's scope, by code
     * @param taken codes used by schools outside it
     * @param regions region codes inside the caller's scope
     */
    SchoolChecker(
            ColumnPlan plan,
            List<SheetHeader> headers,
            Map<String, SchoolRow> known,
            Set<String> taken,
            Set<String> regions) {
        super(plan, headers);
        this.known = known;
        this.taken = taken;
        this.regions = regions;
    }

    @Override
    void check(List<SheetRow> rows, CheckResult result) {
        for (SheetRow row : rows) {
            checkOne(row, result);
        }
    }

    private void checkOne(SheetRow row, CheckResult result) {
        List<RowProblem> problems = new ArrayList<>();
        Map<String, Object> values = new LinkedHashMap<>();
        String code = plan.text(ImportTargets.CODE, row);
        if (!SCHOOL_CODE.matcher(code).matches()) {
            problems.add(problem(row, "code", "registry.import.codeFormat", Severity.ERROR, "10 位数字"));
        } else if (taken.contains(code)) {
            problems.add(problem(row, "code", "registry.import.codeElsewhere", Severity.ERROR, ""));
        } else if (!seen.add(code)) {
            problems.add(problem(row, "code", "registry.import.schoolTwice", Severity.ERROR, ""));
        }
        SchoolRow old = known.get(code);
        name(row, values, problems);
        choice(
                row,
                "kind",
                SchoolWords.KINDS,
                SchoolKind.ofCode(plan.text("kind", row)).map(SchoolKind::code),
                values,
                problems);
        region(row, code, values, problems);
        choice(
                row,
                "urbanRural",
                SchoolWords.URBAN_RURAL,
                SchoolWords.URBAN_RURAL.containsValue(plan.text("urbanRural", row))
                        ? Optional.of(plan.text("urbanRural", row))
                        : Optional.empty(),
                values,
                problems);
        choice(row, "privateSchool", SchoolWords.PRIVATE, Optional.empty(), values, problems);
        choice(row, "runBy", SchoolWords.RUN_BY, Optional.empty(), values, problems);
        parent(row, values, problems);
        number(row, "longitude", -180, 180, values, problems);
        number(row, "latitude", -90, 90, values, problems);
        number(row, "foundedYear", 1000, 2200, values, problems);
        if (values.containsKey("longitude") != values.containsKey("latitude")) {
            problems.add(problem(
                    row,
                    values.containsKey("longitude") ? "latitude" : "longitude",
                    "registry.school.halfCoordinates",
                    Severity.ERROR,
                    ""));
        }
        if (old == null) {
            for (String required : List.of("name", "kind", "regionCode", "privateSchool")) {
                boolean told = problems.stream()
                        .anyMatch(p -> p.column() == plan.column(required) && p.severity() == Severity.ERROR);
                if (!values.containsKey(required) && !told) {
                    problems.add(problem(row, required, "registry.import.required", Severity.ERROR, ""));
                }
            }
            values.putIfAbsent("runBy", Boolean.TRUE.equals(values.get("privateSchool")) ? "OTHER" : "COUNTY");
        } else if (values.containsKey("name") && !old.name().equals(values.get("name"))) {
            problems.add(problem(
                    row,
                    "name",
                    "registry.import.rename",
                    Severity.CONFIRM,
                    old.name(),
                    old.name(),
                    values.get("name")));
        }
        result.count(problems);
        stage(row, code, old, values, problems, result);
    }

    private void stage(
            SheetRow row,
            String code,
            SchoolRow old,
            Map<String, Object> values,
            List<RowProblem> problems,
            CheckResult result) {
        if (problems.stream().anyMatch(p -> p.severity() == Severity.ERROR)) {
            return;
        }
        if (old != null) {
            Map<String, Object> before = attributes(old);
            values.entrySet()
                    .removeIf(
                            e -> Objects.equals(String.valueOf(before.get(e.getKey())), String.valueOf(e.getValue())));
        }
        if (values.isEmpty()) {
            result.unchanged++;
            return;
        }
        boolean confirm = problems.stream().anyMatch(p -> p.severity() == Severity.CONFIRM);
        try {
            result.stage(new StagedRow(
                    row.number(),
                    old == null ? null : old.id(),
                    code,
                    null,
                    0,
                    confirm,
                    old == null,
                    json.writeValueAsString(values)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> attributes(SchoolRow s) {
        Map<String, Object> values = new HashMap<>();
        values.put("name", s.name());
        values.put("kind", s.kind());
        values.put("regionCode", s.regionCode());
        values.put("urbanRural", s.urbanRural());
        values.put("privateSchool", s.privateSchool());
        values.put("runBy", s.runBy().name());
        values.put("parentCode", s.parentSchoolCode());
        values.put("longitude", s.longitude() == null ? null : BigDecimal.valueOf(s.longitude()));
        values.put("latitude", s.latitude() == null ? null : BigDecimal.valueOf(s.latitude()));
        values.put("foundedYear", s.foundedYear());
        return values;
    }

    private void name(SheetRow row, Map<String, Object> values, List<RowProblem> problems) {
        String name = plan.text("name", row);
        if (name.length() > 100) {
            problems.add(problem(row, "name", "registry.import.nameLength", Severity.ERROR, "100"));
        } else if (!CellText.saysNothing(name)) {
            if (ACTIVE.matcher(name).find()) {
                problems.add(problem(row, "name", "registry.import.activeName", Severity.WARNING, ""));
            }
            values.put("name", name);
        }
    }

    private void region(SheetRow row, String code, Map<String, Object> values, List<RowProblem> problems) {
        String region = plan.text("regionCode", row);
        if (region.isEmpty()) {
            return;
        }
        // 统计用区划代码 is often given with 12 digits; the first nine are the township
        String nine = region.matches("[0-9]{12}") ? region.substring(0, 9) : region;
        if (!regions.contains(nine)) {
            problems.add(problem(row, "regionCode", "registry.import.region", Severity.ERROR, "", nine));
            return;
        }
        values.put("regionCode", nine);
        if (code.length() == 10 && !nine.startsWith(code.substring(2, 4))) {
            problems.add(problem(
                    row,
                    "code",
                    "registry.import.province",
                    Severity.WARNING,
                    nine.substring(0, 2),
                    code.substring(2, 4),
                    nine.substring(0, 2)));
        }
    }

    private void parent(SheetRow row, Map<String, Object> values, List<RowProblem> problems) {
        String parent = plan.text("parentCode", row);
        if (CellText.saysNothing(parent)) {
            return;
        }
        if (!SCHOOL_CODE.matcher(parent).matches()) {
            problems.add(problem(row, "parentCode", "registry.import.codeFormat", Severity.ERROR, "10 位数字"));
        } else if (!known.containsKey(parent) && !seen.contains(parent)) {
            problems.add(problem(row, "parentCode", "registry.import.unknownParent", Severity.ERROR, "", parent));
        } else {
            values.put("parentCode", parent);
        }
    }

    private <T> void choice(
            SheetRow row,
            String target,
            Map<String, T> names,
            Optional<T> byCode,
            Map<String, Object> values,
            List<RowProblem> problems) {
        String text = plan.text(target, row);
        if (CellText.saysNothing(text)) {
            return;
        }
        T value = byCode.orElseGet(() -> names.get(text.toLowerCase(Locale.ROOT)));
        if (value == null) {
            problems.add(problem(
                    row,
                    target,
                    "registry.import.choice",
                    Severity.ERROR,
                    String.join(
                            " / ",
                            names.keySet().stream()
                                    .filter(k -> !k.matches("[a-z01]+"))
                                    .sorted()
                                    .toList())));
        } else {
            values.put(target, value);
        }
    }

    private void number(
            SheetRow row, String target, int least, int most, Map<String, Object> values, List<RowProblem> problems) {
        String text = plan.text(target, row).replaceAll("年$", "");
        if (CellText.saysNothing(text)) {
            return;
        }
        Optional<BigDecimal> number = CellText.number(text, "");
        if (number.isEmpty()
                || number.get().compareTo(BigDecimal.valueOf(least)) < 0
                || number.get().compareTo(BigDecimal.valueOf(most)) > 0) {
            problems.add(
                    problem(row, target, "registry.import.between", Severity.ERROR, least + " – " + most, least, most));
        } else {
            values.put(
                    target, "foundedYear".equals(target) ? (Object) number.get().intValue() : number.get());
        }
    }
}
