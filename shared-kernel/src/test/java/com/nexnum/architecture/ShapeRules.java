package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.ResetHandler;

/** What a class is called, and what its kind must have. */
public final class ShapeRules {

    private static final String EMPTY_WORDS = "(util|utils|common|helper|dto|impl|manager)";

    @ArchTest
    public static final ArchRule no_class_has_an_empty_name =
            noClasses()
                    .should()
                    .haveNameMatching("(?i).*[.$]?\\w*" + EMPTY_WORDS + "s?")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule no_package_has_an_empty_name =
            noClasses()
                    .should(
                            have(
                                    describe(
                                            "an empty word as a package",
                                            ShapeRules::standsInAnEmptyWord)))
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule every_read_model_can_be_reset =
            classes()
                    .that()
                    .resideInAPackage("com.nexnum.query..")
                    .and()
                    .areAnnotatedWith(ProcessingGroup.class)
                    .should(have(describe("a @ResetHandler", ShapeRules::canBeReset)))
                    .allowEmptyShould(true);

    private static boolean standsInAnEmptyWord(JavaClass type) {
        return type.getPackageName().matches("(.*\\.)?" + EMPTY_WORDS + "(\\..*)?");
    }

    private static boolean canBeReset(JavaClass type) {
        return type.getAllMethods().stream()
                .anyMatch(method -> method.isAnnotatedWith(ResetHandler.class));
    }

    private ShapeRules() {}
}
