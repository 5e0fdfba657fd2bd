package com.nexnum.kernel.language;

import java.util.regex.Pattern;

/** The one spelling that a kind of id has; anything else never becomes that id. */
public final class Shape {

    private final String what;
    private final Pattern pattern;

    public Shape(String what, String regex) {
        this.what = what;
        this.pattern = Pattern.compile(regex);
    }

    public boolean fits(String value) {
        return pattern.matcher(value).matches();
    }

    /**
     * @throws IllegalArgumentException when the value does not have this shape
     */
    public void require(String value) {
        if (!fits(value)) {
            throw new IllegalArgumentException("Not a " + what + ": " + abbreviated(value));
        }
    }

    private static String abbreviated(String value) {
        return value.length() <= 80 ? value : value.substring(0, 80) + "...";
    }
}
