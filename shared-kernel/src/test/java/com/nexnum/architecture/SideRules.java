package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.regex.Pattern;

/** Who may know whom. */
public final class SideRules {

    private static final Pattern CAPABILITY =
            Pattern.compile(
                    "com\\.nexnum\\.((command|query)\\.(?!platform|decision)|kernel\\.(activation|adjustment|catalog|offer|purchase|routing|supply|wallet)).*");

    @ArchTest
    public static final ArchRule a_query_sends_no_command =
            noClasses()
                    .that()
                    .resideInAPackage("com.nexnum.query..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "org.axonframework.commandhandling..", "com.nexnum.command..")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule a_command_reads_no_view =
            noClasses()
                    .that()
                    .resideInAPackage("com.nexnum.command..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.axonframework.queryhandling..", "com.nexnum.query..")
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule capabilities_that_decide_form_no_cycle =
            slices().matching("com.nexnum.command.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule capabilities_that_answer_form_no_cycle =
            slices().matching("com.nexnum.query.(*)..")
                    .should()
                    .beFreeOfCycles()
                    .allowEmptyShould(true);

    @ArchTest
    public static final ArchRule a_platform_knows_no_capability =
            noClasses()
                    .that(resideInAPackage("com.nexnum..platform.."))
                    .should()
                    .dependOnClassesThat(areOfACapability())
                    .allowEmptyShould(true);

    /**
     * Whoever calls an address that was typed in does so through the guarded client. The sandboxes
     * and the demo play others, who call us; the command-line tool is a program of its own.
     */
    @ArchTest
    public static final ArchRule http_leaves_through_the_guarded_client_only =
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "com.nexnum.platform.outbound..",
                            "com.nexnum.platform.admin..",
                            "com.nexnum.command.supply.sandbox..",
                            "com.nexnum.command.deposit..",
                            "com.nexnum.command.demo..")
                    .should()
                    .dependOnClassesThat(areHttpClients())
                    .allowEmptyShould(true);

    private static DescribedPredicate<JavaClass> areOfACapability() {
        return describe(
                "are of a capability",
                type -> CAPABILITY.matcher(type.getPackageName() + ".").matches());
    }

    private static DescribedPredicate<JavaClass> areHttpClients() {
        return describe(
                "are HTTP clients",
                type ->
                        type.getPackageName().startsWith("java.net.http")
                                || type.getPackageName().startsWith("org.apache.hc")
                                || type.getName().matches("java\\.net\\.(Http)?URLConnection")
                                || type.getName()
                                        .matches(
                                                "org\\.springframework\\.web\\.client\\.Rest(Client|Template).*"));
    }

    private SideRules() {}
}
