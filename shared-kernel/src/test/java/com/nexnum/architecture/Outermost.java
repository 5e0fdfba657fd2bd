package com.nexnum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.regex.Pattern;

/** Which file a class stands in. */
final class Outermost {

    /** The top-level class around it is called like this. */
    static DescribedPredicate<JavaClass> named(String regex) {
        var name = Pattern.compile(regex);
        return describe(
                "stand in a class called " + regex,
                type -> name.matcher(of(type).getSimpleName()).matches());
    }

    private static JavaClass of(JavaClass type) {
        return type.getEnclosingClass().map(Outermost::of).orElse(type);
    }

    private Outermost() {}
}
