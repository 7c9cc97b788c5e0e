package org.dudao.balance.internal.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.dudao.balance.internal.engine.Exclusion.Reason;
import org.dudao.balance.internal.engine.Rules.TeachingPoints;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/**
 * Who is counted in one stage of one county: the rows, the schools without a row and why, and the schools that would be
 * rows if their pupils were reported.
 */
public final class Roster {
    private static final Comparator<SchoolInput> ORDER = Comparator.comparing(
                    SchoolInput::code, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(SchoolInput::id);

    private final Rules rules;
    private final Stage stage;
    private final List<Row> rows = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<SchoolInput> pupilsMissing = new ArrayList<>();

    private Roster(Rules rules, Stage stage) {
        this.rules = rules;
        this.stage = stage;
    }

    public static Roster of(Rules rules, Stage stage, List<SchoolInput> schools) {
        Roster roster = new Roster(rules, stage);
        List<SchoolInput> ordered = new ArrayList<>(schools);
        ordered.sort(ORDER);
        roster.fill(ordered);
        return roster;
    }

    public List<Row> rows() {
        return rows;
    }

    public List<Exclusion> exclusions() {
        return exclusions;
    }

    /** Schools that belong in the calculation but whose pupils are not reported: nothing can be computed without them. */
    public List<SchoolInput> pupilsMissing() {
        return pupilsMissing;
    }

    private void fill(List<SchoolInput> schools) {
        Map<String, List<SchoolInput>> counted = new LinkedHashMap<>();
        List<SchoolInput> toFold = new ArrayList<>();
        for (SchoolInput school : schools) {
            Reason reason = reasonAgainst(school);
            if (reason != null) {
                exclusions.add(Exclusion.of(school, reason, null));
            } else if (school.kind() == SchoolKind.TEACHING_POINT
                    && rules.teachingPoints() == TeachingPoints.FOLD_INTO_PARENT) {
                toFold.add(school);
            } else {
                List<SchoolInput> members = new ArrayList<>(1);
                members.add(school);
                counted.put(school.id(), members);
            }
        }
        if (!toFold.isEmpty()) {
            fold(toFold, schools, counted);
        }
        for (List<SchoolInput> members : counted.values()) {
            addRow(members);
        }
    }

    private Reason reasonAgainst(SchoolInput school) {
        BigDecimal pupils = school.pupils(stage);
        if (!school.kind().teaches(stage)) {
            return pupils != null && pupils.signum() > 0 ? Reason.STAGE_NOT_TAUGHT_BUT_PUPILS : Reason.STAGE_NOT_TAUGHT;
        }
        if (rules.excludes(school.kind())) {
            return Reason.KIND_EXCLUDED;
        }
        if (school.privateSchool() && !rules.countsPrivate()) {
            return Reason.PRIVATE;
        }
        if (!school.privateSchool() && !school.runByCounty() && !rules.countsNotRunByCounty()) {
            return Reason.NOT_RUN_BY_COUNTY;
        }
        if (school.kind() == SchoolKind.TEACHING_POINT) {
            if (rules.teachingPoints() == TeachingPoints.EXCLUDE) {
                return Reason.TEACHING_POINT;
            }
            if (pupils != null && pupils.compareTo(rules.teachingPointMinPupils()) < 0) {
                return Reason.TEACHING_POINT_TOO_SMALL;
            }
        }
        return null;
    }

    private void fold(List<SchoolInput> points, List<SchoolInput> schools, Map<String, List<SchoolInput>> counted) {
        Map<String, SchoolInput> byId = new HashMap<>();
        schools.forEach(s -> byId.put(s.id(), s));
        for (SchoolInput point : points) {
            SchoolInput parent = root(point, byId);
            if (parent == null) {
                exclusions.add(Exclusion.of(point, Reason.PARENT_MISSING, point.parentId()));
            } else if (!counted.containsKey(parent.id())) {
                exclusions.add(Exclusion.of(point, Reason.PARENT_NOT_COUNTED, parent.code()));
            } else {
                counted.get(parent.id()).add(point);
                exclusions.add(Exclusion.of(point, Reason.FOLDED, parent.code()));
            }
        }
    }

    /** The school a point finally belongs to; null when the chain breaks or runs in a circle. */
    private static SchoolInput root(SchoolInput point, Map<String, SchoolInput> byId) {
        Set<String> seen = new HashSet<>();
        SchoolInput at = point;
        while (at != null && at.kind() == SchoolKind.TEACHING_POINT) {
            if (!seen.add(at.id())) {
                return null;
            }
            at = byId.get(at.parentId());
        }
        return at;
    }

    private void addRow(List<SchoolInput> members) {
        SchoolInput school = members.get(0);
        List<SchoolInput> points = members.size() == 1 ? List.of() : List.copyOf(members.subList(1, members.size()));
        BigDecimal pupils = BigDecimal.ZERO;
        boolean missing = false;
        for (SchoolInput member : members) {
            BigDecimal own = member.pupils(stage);
            if (own == null) {
                pupilsMissing.add(member);
                missing = true;
            } else {
                pupils = pupils.add(own);
            }
        }
        if (missing) {
            return;
        }
        if (pupils.signum() == 0) {
            exclusions.add(Exclusion.of(school, Reason.NO_PUPILS, null));
        } else {
            rows.add(new Row(rules, stage, school, points, pupils));
        }
    }
}
