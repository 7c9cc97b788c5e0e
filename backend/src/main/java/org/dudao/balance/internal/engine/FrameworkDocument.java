package org.dudao.balance.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A balance framework as data: what is measured and every number and choice the verdict depends on, each with its source
 * and whether that source was verified. The same shape is shipped as a resource, stored, edited and sent.
 *
 * @param code {@code BASIC_2012}, {@code QUALITY_2017} or that of a variant
 * @param version counts the published versions of one code, from 1
 * @param source the paper it follows, e.g. {@code 教督〔2017〕6号}
 * @param decision how the county is judged
 * @param indicators in official order
 * @param parameters in the order shown
 */
public record FrameworkDocument(
        String code,
        int version,
        String nameZh,
        String nameEn,
        String source,
        Decision decision,
        List<Indicator> indicators,
        List<Parameter> parameters) {

    public FrameworkDocument {
        indicators = indicators == null ? List.of() : List.copyOf(indicators);
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
    }

    /** How the coefficients of variation of a county become one verdict. */
    public enum Decision {
        /** their arithmetic mean is held against one limit (2012) */
        COMPOSITE_MEAN,
        /** each is held against the limit, no averaging (2017) */
        EACH_INDICATOR
    }

    /**
     * One measured ratio.
     *
     * @param number position in the official list, from 1
     * @param per 1 (生均) or 100 (每百名); a coefficient of variation does not depend on it
     * @param shared the numerator is reported for the whole school and split between the stages of a mixed school
     * @param decimals decimals shown; nothing is rounded before it is compared
     * @param denominator fact of the stage divided by; {@code pupils}
     * @param additionFact the fact a plan adds to
     * @param confidence 2+, 1, L (local), S (source papers only), M (memory)
     */
    public record Indicator(
            int number,
            String code,
            String nameZh,
            String nameEn,
            String unitZh,
            String unitEn,
            int per,
            boolean shared,
            int decimals,
            List<Term> numerator,
            String denominator,
            String additionFact,
            String confidence,
            boolean verified,
            String source) {

        public Indicator {
            numerator = numerator == null ? List.of() : List.copyOf(numerator);
        }
    }

    /** {@code factor × fact}, summed over the terms of a numerator. */
    public record Term(String fact, BigDecimal factor) {}

    /**
     * One dated, sourced setting.
     *
     * @param code dotted, e.g. {@code limit.PRIMARY}, {@code threshold.sportsArea.JUNIOR}, {@code split.312.JUNIOR}
     * @param value number, boolean, text or list of texts as {@code type} says; null where nothing is set
     * @param confidence 2+, 1, L (local), S (source papers only), M (memory)
     * @param verified false is shown to the reader wherever the value is used
     * @param effectiveFrom first day it holds
     * @param choices the texts allowed when {@code type} is CHOICE
     */
    public record Parameter(
            String code,
            String nameZh,
            String nameEn,
            Type type,
            @Schema(implementation = Object.class, nullable = true) JsonNode value,
            String unit,
            String confidence,
            boolean verified,
            String source,
            LocalDate effectiveFrom,
            List<String> choices) {

        /** What a parameter's value may be. */
        @Schema(name = "ParameterType")
        public enum Type {
            NUMBER,
            INTEGER,
            /** 0 … 1 */
            SHARE,
            BOOLEAN,
            CHOICE,
            /** list of 办学类型 codes */
            KINDS
        }

        public boolean hasValue() {
            return value != null && !value.isNull();
        }

        public Parameter withValue(JsonNode newValue) {
            return new Parameter(
                    code, nameZh, nameEn, type, newValue, unit, confidence, verified, source, effectiveFrom, choices);
        }
    }
}
