package org.dudao.balance.internal.engine;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.dudao.balance.internal.engine.FrameworkDocument.Indicator;
import org.dudao.balance.internal.engine.FrameworkDocument.Parameter;
import org.dudao.kernel.json.Documents;
import org.dudao.registry.FactKeys;
import org.dudao.registry.SchoolKind;
import org.dudao.registry.Stage;

/** Builds small worlds for the calculation. */
public final class Given {
    private Given() {}

    public static FrameworkDocument quality() {
        return ShippedFrameworks.load(ShippedFrameworks.QUALITY_2017);
    }

    public static FrameworkDocument basic() {
        return ShippedFrameworks.load(ShippedFrameworks.BASIC_2012);
    }

    /** The document with one parameter set to a JSON literal. */
    public static FrameworkDocument with(FrameworkDocument document, String parameter, String json) {
        JsonNode value = Documents.read(json, JsonNode.class);
        if (document.parameters().stream().noneMatch(p -> p.code().equals(parameter))) {
            throw new IllegalArgumentException(parameter);
        }
        List<Parameter> changed = document.parameters().stream()
                .map(p -> p.code().equals(parameter) ? p.withValue(value) : p)
                .collect(Collectors.toList());
        return copy(document, document.indicators(), changed);
    }

    /** The document with only the indicators named. */
    public static FrameworkDocument only(FrameworkDocument document, String... indicators) {
        List<Indicator> kept = document.indicators().stream()
                .filter(i -> Arrays.asList(indicators).contains(i.code()))
                .toList();
        FrameworkDocument less = copy(document, kept, document.parameters());
        return with(less, "schoolRule.required", String.valueOf(kept.size()));
    }

    private static FrameworkDocument copy(FrameworkDocument d, List<Indicator> indicators, List<Parameter> parameters) {
        return new FrameworkDocument(
                d.code(), d.version(), d.nameZh(), d.nameEn(), d.source(), d.decision(), indicators, parameters);
    }

    public static School primary(String code) {
        return new School(code, SchoolKind.PRIMARY);
    }

    public static School school(String code, SchoolKind kind) {
        return new School(code, kind);
    }

    /** A school being described; every figure not given is missing. */
    public static final class School {
        private final String code;
        private final SchoolKind kind;
        private boolean privateSchool;
        private boolean runByCounty = true;
        private String parent;
        private final Map<String, BigDecimal> values = new HashMap<>();

        private School(String code, SchoolKind kind) {
            this.code = code;
            this.kind = kind;
        }

        public School pupils(Stage stage, long pupils) {
            values.put(FactKeys.of(stage, FactKeys.PUPILS), BigDecimal.valueOf(pupils));
            return this;
        }

        public School pupils(long pupils) {
            return pupils(kind.stages().get(0), pupils);
        }

        public School fact(String key, String value) {
            values.put(key, new BigDecimal(value));
            return this;
        }

        public School without(String key) {
            values.remove(key);
            return this;
        }

        /** Every fact of both frameworks at {@code perPupil} times a generous amount. */
        public School rich(Stage stage, double share) {
            BigDecimal pupils = BigDecimal.ZERO;
            for (Stage each : Stage.values()) {
                pupils = pupils.add(values.getOrDefault(FactKeys.of(each, FactKeys.PUPILS), BigDecimal.ZERO));
            }
            BigDecimal own = values.getOrDefault(FactKeys.of(stage, FactKeys.PUPILS), BigDecimal.ZERO);
            BigDecimal s = BigDecimal.valueOf(share);
            for (String fact : List.of(
                    FactKeys.TEACHERS,
                    FactKeys.TEACHERS_ABOVE_DEGREE,
                    FactKeys.BACKBONE_TEACHERS,
                    FactKeys.PE_ART_TEACHERS,
                    FactKeys.MID_TITLE_TEACHERS)) {
                values.put(
                        FactKeys.of(stage, fact),
                        own.multiply(new BigDecimal("0.1")).multiply(s));
            }
            values.put(
                    FactKeys.TEACHING_ROOM_AREA,
                    pupils.multiply(new BigDecimal("8")).multiply(s));
            values.put(
                    FactKeys.INDOOR_SPORTS_AREA,
                    pupils.multiply(new BigDecimal("2")).multiply(s));
            values.put(
                    FactKeys.OUTDOOR_SPORTS_AREA,
                    pupils.multiply(new BigDecimal("10")).multiply(s));
            values.put(
                    FactKeys.EQUIPMENT_VALUE,
                    pupils.multiply(new BigDecimal("4000")).multiply(s));
            values.put(
                    FactKeys.MULTIMEDIA_ROOMS,
                    pupils.multiply(new BigDecimal("0.04")).multiply(s));
            values.put(
                    FactKeys.COMPUTERS, pupils.multiply(new BigDecimal("0.2")).multiply(s));
            values.put(FactKeys.BOOKS, pupils.multiply(new BigDecimal("30")).multiply(s));
            return this;
        }

        public School privately() {
            privateSchool = true;
            runByCounty = false;
            return this;
        }

        public School notRunByCounty() {
            runByCounty = false;
            return this;
        }

        public School pointOf(String parentCode) {
            parent = parentCode;
            return this;
        }

        public SchoolInput build() {
            return new SchoolInput(
                    code, code, "学校" + code, kind, privateSchool, runByCounty, parent, Map.copyOf(values));
        }
    }
}
