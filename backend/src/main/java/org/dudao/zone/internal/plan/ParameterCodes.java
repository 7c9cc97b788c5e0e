package org.dudao.zone.internal.plan;

import java.util.List;
import java.util.stream.Stream;

/** The numbers a county may set for itself. */
public final class ParameterCodes {
    public static final String VISITS_PER_MONTH = "VISITS_PER_MONTH";
    public static final String MONTH_MIN_DAYS = "MONTH_MIN_DAYS";
    public static final String VISITS_PER_DAY = "VISITS_PER_DAY";
    public static final String VISIT_GAP_DAYS = "VISIT_GAP_DAYS";
    public static final String NEARBY_KM = "NEARBY_KM";
    public static final String OPENING_DAYS = "OPENING_DAYS";
    public static final String OPENING_PER_DAY = "OPENING_PER_DAY";

    public static final String RECORD_REPLY_DAYS = "RECORD_REPLY_DAYS";
    public static final String FEEDBACK_MIN = "FEEDBACK_MIN";
    public static final String RECORD_LATE_DAYS = "RECORD_LATE_DAYS";
    public static final String VISIT_LONGEST_HOURS = "VISIT_LONGEST_HOURS";

    public static final String COMPLAINT_VERIFY_DAYS = "COMPLAINT_VERIFY_DAYS";
    public static final String COMPLAINT_ANSWER_DAYS = "COMPLAINT_ANSWER_DAYS";

    /** What the codes of the weights of an appraisal begin with; the measure's name follows. */
    public static final String APPRAISAL_WEIGHT = "APPRAISAL_WEIGHT_";

    public static final String APPRAISAL_OFFICE_SHARE = "APPRAISAL_OFFICE_SHARE";
    public static final String APPRAISAL_EXCELLENT = "APPRAISAL_EXCELLENT";
    public static final String APPRAISAL_COMPETENT = "APPRAISAL_COMPETENT";
    public static final String APPRAISAL_BASIC = "APPRAISAL_BASIC";

    /** Those a draw of visits follows. */
    public static final List<String> PLANNING = List.of(
            VISITS_PER_MONTH, MONTH_MIN_DAYS, VISITS_PER_DAY, VISIT_GAP_DAYS, NEARBY_KM, OPENING_DAYS, OPENING_PER_DAY);

    /** Those records of visits follow. */
    public static final List<String> RECORDS =
            List.of(RECORD_REPLY_DAYS, FEEDBACK_MIN, RECORD_LATE_DAYS, VISIT_LONGEST_HOURS);

    /** Those complaints follow. */
    public static final List<String> COMPLAINTS = List.of(COMPLAINT_VERIFY_DAYS, COMPLAINT_ANSWER_DAYS);

    /** Those the yearly appraisal of inspectors follows. */
    public static final List<String> APPRAISAL = List.of(
            APPRAISAL_WEIGHT + "FULFILMENT",
            APPRAISAL_WEIGHT + "COVERAGE",
            APPRAISAL_WEIGHT + "CLOSURE",
            APPRAISAL_WEIGHT + "TRAINING",
            APPRAISAL_WEIGHT + "REPORTS",
            APPRAISAL_WEIGHT + "FEEDBACK",
            APPRAISAL_OFFICE_SHARE,
            APPRAISAL_EXCELLENT,
            APPRAISAL_COMPETENT,
            APPRAISAL_BASIC);

    /** Standards of the self-check of an innovation county: per cent, except the number of key points. */
    public static final List<String> INNOVATION = List.of(
            "INNOVATION_KEY_POINTS",
            "INNOVATION_TERM_PLANS",
            "INNOVATION_COVERAGE",
            "INNOVATION_LOAD",
            "INNOVATION_ZONE_SIZE",
            "INNOVATION_IN_OFFICE",
            "INNOVATION_TERMS",
            "INNOVATION_TRAINED",
            "INNOVATION_ROTATED",
            "INNOVATION_MONTHLY",
            "INNOVATION_PLAN_DONE",
            "INNOVATION_PUBLISHED",
            "INNOVATION_REPLIED",
            "INNOVATION_REPORTS",
            "INNOVATION_COSTS",
            "INNOVATION_BOARDS",
            "INNOVATION_FEEDBACK",
            "INNOVATION_CLOSED",
            "INNOVATION_COMPLAINTS");

    /** Numbers that only make sense one above the other, the highest first. */
    static final List<List<String>> LADDERS = List.of(
            List.of(APPRAISAL_EXCELLENT, APPRAISAL_COMPETENT, APPRAISAL_BASIC),
            List.of(COMPLAINT_ANSWER_DAYS, COMPLAINT_VERIFY_DAYS));

    private ParameterCodes() {}

    public static List<String> all() {
        return Stream.of(PLANNING, RECORDS, COMPLAINTS, APPRAISAL, INNOVATION)
                .flatMap(List::stream)
                .toList();
    }

    /** The smallest value that makes sense: a weight or share of nothing leaves a thing out. */
    static int least(String code) {
        return code.startsWith(APPRAISAL_WEIGHT) || code.equals(APPRAISAL_OFFICE_SHARE) ? 0 : 1;
    }

    /** The largest value that makes sense. */
    static int most(String code) {
        return switch (code) {
            case VISITS_PER_MONTH, VISITS_PER_DAY, OPENING_PER_DAY -> 10;
            case MONTH_MIN_DAYS -> 23;
            case VISIT_GAP_DAYS, RECORD_REPLY_DAYS -> 30;
            case OPENING_DAYS, RECORD_LATE_DAYS, COMPLAINT_VERIFY_DAYS, COMPLAINT_ANSWER_DAYS -> 60;
            default -> 100;
        };
    }
}
