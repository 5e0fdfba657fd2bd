package com.nexnum.command.identity;

import com.nexnum.platform.web.Validation;
import org.jspecify.annotations.Nullable;

record LoginRequest(@Nullable String email, @Nullable String password) {

    private static final int LONGEST = 256;

    record Checked(String email, String password) {}

    Checked checked() {
        var address = email == null ? "" : email.strip();
        var secret = password == null ? "" : password;
        new Validation()
                .check("email", fits(address), "is required")
                .check("password", fits(secret), "is required")
                .done();
        return new Checked(address, secret);
    }

    private static boolean fits(String text) {
        return !text.isEmpty() && text.length() <= LONGEST && text.indexOf(0) < 0;
    }
}
