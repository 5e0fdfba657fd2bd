package com.nexnum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.command.wrong.WrongDecider;
import com.nexnum.command.wrongother.WrongManager;
import com.nexnum.kernel.money.Money;
import com.nexnum.kernel.wrong.LooseEvent;
import com.nexnum.kernel.wrong.util.Odds;
import com.nexnum.platform.wrong.WrongPlatform;
import com.nexnum.query.wrong.WrongProjection;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule that nothing can break guards nothing. */
class RulesCanFailTest {

    private static final JavaClasses WRONG =
            new ClassFileImporter()
                    .importClasses(
                            LooseEvent.class,
                            LooseEvent.Paid.class,
                            Odds.class,
                            WrongDecider.class,
                            WrongManager.class,
                            WrongPlatform.class,
                            WrongProjection.class);

    /** No two wrong query packages exist to form a cycle; the rule is its twin's. */
    private static final String TWIN = "capabilities_that_answer_form_no_cycle";

    static Stream<Field> rules() {
        return Stream.of(
                        LanguageRules.class,
                        MoneyRules.class,
                        PurityRules.class,
                        ShapeRules.class,
                        SideRules.class)
                .flatMap(rules -> Arrays.stream(rules.getFields()))
                .filter(rule -> !rule.getName().equals(TWIN));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void every_rule_refuses_a_class_that_breaks_it(Field rule) throws IllegalAccessException {
        assertThat(((ArchRule) rule.get(null)).evaluate(WRONG).hasViolation())
                .as(rule.getName())
                .isTrue();
    }

    @Test
    void a_class_that_keeps_the_rules_passes() {
        var right = new ClassFileImporter().importClasses(Money.class);
        assertThat(MoneyRules.no_field_is_floating_point.evaluate(right).hasViolation()).isFalse();
        assertThat(PurityRules.time_and_ids_come_from_outside.evaluate(right).hasViolation())
                .isFalse();
    }

    @Test
    void each_way_to_ask_the_machine_is_found() {
        var report =
                PurityRules.time_and_ids_come_from_outside
                        .evaluate(new ClassFileImporter().importClasses(WrongDecider.class))
                        .getFailureReport()
                        .toString();
        assertThat(report)
                .contains(
                        "Instant.now()",
                        "Clock.systemUTC()",
                        "UUID.randomUUID()",
                        "System.currentTimeMillis()");
    }
}
