package com.nexnum.query.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.nexnum.query.wrong.WrongProjection;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.junit.jupiter.api.Test;

/** A read model that nobody rebuilt in a test cannot be trusted to come out equal. */
class EveryProjectionIsReplayedTest {

    private static final JavaClasses ALL =
            new ClassFileImporter().importPackages("com.nexnum.query");

    @Test
    void each_group_of_event_handlers_is_rebuilt_by_a_projection_contract() {
        assertThat(projections()).hasSizeGreaterThan(5);
        assertThat(projections().stream().filter(projection -> !isRebuilt(projection)))
                .as("without a subclass of ProjectionContract that makes one")
                .extracting(JavaClass::getName)
                .containsOnly(WrongProjection.class.getName());
    }

    private static List<JavaClass> projections() {
        return ALL.stream().filter(type -> type.isAnnotatedWith(ProcessingGroup.class)).toList();
    }

    private static boolean isRebuilt(JavaClass projection) {
        return projection.getConstructorCallsToSelf().stream()
                .anyMatch(call -> isContract().test(call.getOriginOwner()));
    }

    private static DescribedPredicate<JavaClass> isContract() {
        return JavaClass.Predicates.assignableTo(ProjectionContract.class);
    }
}
