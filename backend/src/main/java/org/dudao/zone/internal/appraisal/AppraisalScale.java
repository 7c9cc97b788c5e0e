package org.dudao.zone.internal.appraisal;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.zone.internal.plan.ParameterCodes;
import org.dudao.zone.internal.plan.Parameters;

/**
 * What an appraisal is marked by.
 *
 * @param values by code of {@link ParameterCodes#APPRAISAL}
 */
record AppraisalScale(Map<String, Integer> values) {
    static AppraisalScale of(List<Parameters.Parameter> rules) {
        return new AppraisalScale(
                rules.stream().collect(Collectors.toMap(Parameters.Parameter::code, Parameters.Parameter::value)));
    }

    int weight(AppraisalMeasure measure) {
        return values.get(measure.weight());
    }

    /** What the office's own mark is worth, in hundredths. */
    int officeShare() {
        return values.get(ParameterCodes.APPRAISAL_OFFICE_SHARE);
    }

    /** The grade a total reaches. */
    AppraisalGrade grade(BigDecimal total) {
        return reaches(total, ParameterCodes.APPRAISAL_EXCELLENT)
                ? AppraisalGrade.EXCELLENT
                : reaches(total, ParameterCodes.APPRAISAL_COMPETENT)
                        ? AppraisalGrade.COMPETENT
                        : reaches(total, ParameterCodes.APPRAISAL_BASIC)
                                ? AppraisalGrade.BASIC
                                : AppraisalGrade.INCOMPETENT;
    }

    private boolean reaches(BigDecimal total, String cutOff) {
        return total.compareTo(BigDecimal.valueOf(values.get(cutOff))) >= 0;
    }
}
