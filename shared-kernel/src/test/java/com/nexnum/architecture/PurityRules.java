package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.UUID;

/** What decides is a function of what it is given. */
public final class PurityRules {

    private static final DescribedPredicate<JavaClass> LANGUAGE =
            resideInAnyPackage(
                            "java.lang..",
                            "java.math..",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..",
                            "com.fasterxml.jackson.annotation..",
                            "com.nexnum..")
                    .or(
                            describe(
                                    "are primitive",
                                    type -> type.getBaseComponentType().isPrimitive()))
                    .and(DescribedPredicate.not(resideInAPackage("..platform..")));

    @ArchTest
    public static final ArchRule deciders_states_and_processes_know_no_framework =
            classes()
                    .that(Outermost.named(".+(Decider|State|Process)"))
                    .and(resideInAnyPackage("com.nexnum.command..", "com.nexnum.kernel.."))
                    .should()
                    .onlyDependOnClassesThat(LANGUAGE)
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule time_and_ids_come_from_outside =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("..platform..")
                    .and(DescribedPredicate.not(Outermost.named(".+Ids")))
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "ask the machine for the time or for a random id",
                                    access ->
                                            access.getTarget() instanceof CodeUnitAccessTarget to
                                                    && asksTheMachine(to)))
                    .allowEmptyShould(true);

    private static boolean asksTheMachine(CodeUnitAccessTarget target) {
        var owner = target.getOwner();
        return switch (target.getName()) {
            case "now" ->
                    target.getRawParameterTypes().isEmpty()
                            && owner.getPackageName().equals("java.time");
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "randomUUID" -> owner.isEquivalentTo(UUID.class);
            case "systemUTC", "systemDefaultZone", "system" -> owner.isEquivalentTo(Clock.class);
            default -> false;
        };
    }

    private PurityRules() {}
}
