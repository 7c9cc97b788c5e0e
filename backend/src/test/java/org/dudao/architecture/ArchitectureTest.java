package org.dudao.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house's rules over the application, and proves each rule against a violation planted for it. */
class ArchitectureTest {
    private static final JavaClasses APPLICATION = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.dudao");
    private static final String PLANTED = "org.dudao.architecture.planted";

    @TestFactory
    Stream<DynamicTest> the_application_keeps_every_rule() {
        return HouseRules.all("org.dudao").entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(APPLICATION)));
    }

    @TestFactory
    Stream<DynamicTest> every_rule_catches_its_planted_violation() {
        JavaClasses planted = new ClassFileImporter().importPackages(PLANTED);
        return HouseRules.all(PLANTED).entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> {
                    ArchRule r = rule.getValue();
                    EvaluationResult result = r.evaluate(planted);
                    assertTrue(result.hasViolation(), () -> "no planted violation is caught by: " + rule.getKey());
                }));
    }

    @Test
    void modules_are_found_by_scanning() {
        assertTrue(HouseRules.modulesIn(APPLICATION, "org.dudao").containsAll(java.util.Set.of("kernel", "registry")));
        assertEquals(java.util.Set.of(), HouseRules.withoutPlace(HouseRules.modulesIn(APPLICATION, "org.dudao")));
    }
}
