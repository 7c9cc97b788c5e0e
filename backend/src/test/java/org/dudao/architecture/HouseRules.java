package org.dudao.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.Entity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The rules of the house, over any root package, so that they can be tried on planted violations. */
final class HouseRules {
    /** What a module may lean on: everything in an earlier layer, nothing in its own. */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("kernel"),
            Set.of("registry"),
            Set.of("evidence", "indexsystem"),
            Set.of("rectification"),
            Set.of("zone", "schooleval", "township", "inspection", "fundaudit", "balance", "enrolment"),
            Set.of("publication", "reporting", "dashboard"),
            Set.of("launch", "demo"));

    private static final Set<Class<?>> CLOCKS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    private HouseRules() {}

    static Map<String, ArchRule> all(String root) {
        Map<String, ArchRule> rules = new LinkedHashMap<>();
        rules.put("a package has a place in the house", classes().should(havePlace(root)));
        rules.put("modules lean on earlier layers only", classes().should(leanDownwards(root)));
        rules.put("internal is reached from its own module only", classes().should(stayOutOfForeignInternals(root)));
        rules.put(
                "resources touch no entity and no repository",
                noClasses()
                        .that()
                        .areAnnotatedWith(Path.class)
                        .should()
                        .dependOnClassesThat()
                        .areAnnotatedWith(Entity.class)
                        .orShould()
                        .dependOnClassesThat()
                        .haveSimpleNameEndingWith("Repository"));
        rules.put("the present time comes from the injected clock", classes().should(readNoClockOfItsOwn(root)));
        rules.put("every endpoint says who may call it", methods().should(saysWhoMayCall()));
        rules.put(
                "no names that name nothing",
                noClasses().should().haveNameMatching(".*(Impl|Manager|Util|Utils|Helper|DAO|VO|Base|BaseEntity)$"));
        return rules;
    }

    static Set<String> modulesIn(JavaClasses classes, String root) {
        return classes.stream()
                .map(c -> moduleOf(c, root))
                .filter(m -> !m.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> withoutPlace(Set<String> modules) {
        return modules.stream().filter(m -> layer(m) < 0).collect(Collectors.toSet());
    }

    private static String moduleOf(JavaClass c, String root) {
        String name = c.getPackageName();
        if (!name.startsWith(root + ".")) {
            return "";
        }
        String rest = name.substring(root.length() + 1);
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private static int layer(String module) {
        for (int i = 0; i < LAYERS.size(); i++) {
            if (LAYERS.get(i).contains(module)) {
                return i;
            }
        }
        return -1;
    }

    private static ArchCondition<JavaClass> havePlace(String root) {
        return condition("have a place", (c, events) -> {
            String module = moduleOf(c, root);
            if (module.isEmpty() || layer(module) < 0) {
                violated(events, c, c.getName() + " is in no module of the house");
            }
        });
    }

    private static ArchCondition<JavaClass> leanDownwards(String root) {
        return condition("lean on earlier layers", (c, events) -> c.getDirectDependenciesFromSelf()
                .forEach(d -> {
                    String from = moduleOf(c, root);
                    String to = moduleOf(d.getTargetClass().getBaseComponentType(), root);
                    if (!to.isEmpty() && !from.equals(to) && layer(to) >= layer(from)) {
                        violated(events, c, d.getDescription());
                    }
                }));
    }

    private static ArchCondition<JavaClass> stayOutOfForeignInternals(String root) {
        return condition("stay out of foreign internals", (c, events) -> c.getDirectDependenciesFromSelf()
                .forEach(d -> {
                    JavaClass target = d.getTargetClass().getBaseComponentType();
                    String to = moduleOf(target, root);
                    boolean internal = target.getPackageName().startsWith(root + "." + to + ".internal");
                    if (internal && !moduleOf(c, root).equals(to)) {
                        violated(events, c, d.getDescription());
                    }
                }));
    }

    private static ArchCondition<JavaClass> readNoClockOfItsOwn(String root) {
        return condition(
                "read no clock", (c, events) -> c.getMethodCallsFromSelf().forEach(call -> {
                    boolean ownClock = call.getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && CLOCKS.stream()
                                    .anyMatch(k -> call.getTargetOwner().isEquivalentTo(k));
                    boolean millis = call.getTargetOwner().isEquivalentTo(System.class)
                            && call.getName().equals("currentTimeMillis");
                    if ((ownClock || millis) && !c.getPackageName().startsWith(root + ".kernel.time")) {
                        violated(events, c, call.getDescription());
                    }
                }));
    }

    private static ArchCondition<JavaMethod> saysWhoMayCall() {
        return new ArchCondition<>("say who may call it") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean endpoint = java.util.stream.Stream.of(
                                GET.class, POST.class, PUT.class, DELETE.class, PATCH.class)
                        .anyMatch(method::isAnnotatedWith);
                boolean secured = java.util.stream.Stream.of(RolesAllowed.class, Authenticated.class, PermitAll.class)
                        .anyMatch(a ->
                                method.isAnnotatedWith(a) || method.getOwner().isAnnotatedWith(a));
                if (endpoint && !secured) {
                    events.add(SimpleConditionEvent.violated(method, method.getFullName() + " names no role"));
                }
            }
        };
    }

    private interface Check {
        void check(JavaClass c, ConditionEvents events);
    }

    private static ArchCondition<JavaClass> condition(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass c, ConditionEvents events) {
                check.check(c, events);
            }
        };
    }

    private static void violated(ConditionEvents events, JavaClass c, String message) {
        events.add(SimpleConditionEvent.violated(c, message));
    }
}
