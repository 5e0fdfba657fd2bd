package com.nexnum.architecture;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;

@AnalyzeClasses(
        packages = {"com.nexnum.kernel", "com.nexnum.platform"},
        importOptions = ProductOnly.class)
class ArchitectureTest {
    @ArchTest static final ArchTests LANGUAGE = ArchTests.in(LanguageRules.class);
    @ArchTest static final ArchTests MONEY = ArchTests.in(MoneyRules.class);
    @ArchTest static final ArchTests PURITY = ArchTests.in(PurityRules.class);
    @ArchTest static final ArchTests SHAPE = ArchTests.in(ShapeRules.class);
    @ArchTest static final ArchTests SIDES = ArchTests.in(SideRules.class);
}
