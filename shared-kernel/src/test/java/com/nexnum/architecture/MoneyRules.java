package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchConditions.have;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Nothing near money is rounded by accident. Metrics, in {@code platform}, and chances, in {@code
 * routing.learning}, may be.
 */
public final class MoneyRules {

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float");

    private static final DescribedPredicate<JavaClass> FLOAT =
            describe(
                    "double or float",
                    type -> FLOATING.contains(type.getBaseComponentType().getName()));

    @ArchTest
    public static final ArchRule no_field_is_floating_point =
            noFields()
                    .that()
                    .areDeclaredInClassesThat(areNearMoney())
                    .should()
                    .haveRawType(FLOAT)
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule no_method_takes_or_returns_floating_point =
            noCodeUnits()
                    .that()
                    .areDeclaredInClassesThat(areNearMoney())
                    .and(describe("are written by hand", MoneyRules::isWritten))
                    .should(have(describe("floating point", MoneyRules::takesOrReturnsFloat)))
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> areNearMoney() {
        return describe(
                "stand in the kernel or decide",
                type ->
                        type.getPackageName().matches("com\\.nexnum\\.(kernel|command)(\\..*)?")
                                && !type.getPackageName().contains(".platform")
                                && !type.getPackageName().endsWith(".routing.learning"));
    }

    private static boolean isWritten(JavaCodeUnit unit) {
        return !unit.getModifiers().contains(JavaModifier.SYNTHETIC);
    }

    private static boolean takesOrReturnsFloat(JavaCodeUnit unit) {
        return Stream.concat(
                        unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                .anyMatch(FLOAT);
    }

    private MoneyRules() {}
}
