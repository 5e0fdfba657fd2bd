package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.beAnnotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.nexnum.kernel.language.Named;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.axonframework.serialization.Revision;

/** What would rewrite the past if it changed. */
public final class LanguageRules {

    @ArchTest
    public static final ArchRule every_vocabulary_is_sealed =
            classes()
                    .that()
                    .resideInAPackage("com.nexnum..")
                    .and()
                    .areInterfaces()
                    .and()
                    .haveSimpleNameEndingWith("Event")
                    .should(have(describe("the modifier sealed", LanguageRules::isSealed)))
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule every_event_is_a_record_with_a_name_and_a_revision =
            classes()
                    .that(implementAVocabulary())
                    .should()
                    .beRecords()
                    .andShould(beAnnotatedWith(Named.class))
                    .andShould(beAnnotatedWith(Revision.class))
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule the_kernel_knows_neither_spring_nor_a_side =
            noClasses()
                    .that()
                    .resideInAPackage("com.nexnum.kernel..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.springframework..",
                            "com.nexnum.platform..",
                            "com.nexnum.command..",
                            "com.nexnum.query..")
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> implementAVocabulary() {
        return describe(
                "implement an event interface of the kernel",
                type ->
                        type.getRawInterfaces().stream()
                                .anyMatch(of ->
                                        of.getSimpleName().endsWith("Event")
                                                && of.getPackageName()
                                                        .startsWith("com.nexnum.kernel")));
    }

    private static boolean isSealed(JavaClass type) {
        return type.reflect().isSealed();
    }

    private LanguageRules() {}
}
