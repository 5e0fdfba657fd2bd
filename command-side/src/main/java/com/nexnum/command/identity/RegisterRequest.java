package com.nexnum.command.identity;

import com.nexnum.platform.web.Validation;
import org.jspecify.annotations.Nullable;

/**
 * What a new customer sends.
 *
 * @param email at most 254 characters
 * @param password 8 to 128 characters
 * @param name what to be called, at most 100 characters
 */
record RegisterRequest(@Nullable String email, @Nullable String password, @Nullable String name) {

    private static final int LONGEST_NAME = 100;

    record Checked(String email, String password, @Nullable String name) {}

    Checked checked() {
        var address = email == null ? "" : email.strip();
        var secret = password == null ? "" : password;
        var called = name == null || name.isBlank() ? null : name.strip();
        var fault = PasswordPolicy.fault(secret, address);
        new Validation()
                .check("email", EmailAddress.fits(address), "is an e-mail address")
                .check("password", fault == null, fault == null ? "" : fault)
                .check(
                        "name",
                        called == null || fits(called),
                        "has at most 100 characters in one line")
                .done();
        return new Checked(address, secret, called);
    }

    private static boolean fits(String name) {
        return name.length() <= LONGEST_NAME && name.chars().noneMatch(Character::isISOControl);
    }
}
